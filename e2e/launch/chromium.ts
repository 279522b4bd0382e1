import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { type Browser, chromium } from '@playwright/test';
import { hostNode } from '../../scripts/host-node.mjs';
import type { CommandMessage, Commands, HostMessage } from '../chromium-host/control.ts';
import type { Launch, LaunchedApp } from './launched-app.ts';

const startLimitMs = 60_000;
const quitLimitMs = 15_000;

/** Runs the app in the Chromium host: Node for main, a page of Chromium for the window, both gone after close or kill. */
export async function launchInChromium({
  root,
  mainBundle,
  userDataDir,
  env,
  args,
  chromium: running,
}: Launch): Promise<Omit<LaunchedApp, 'userDataDir'>> {
  const child = spawn(
    hostNode().path,
    [
      join(root, 'dist/host/main.js'),
      ...(running ? [`--chromium=${running}`] : []),
      mainBundle,
      `--user-data-dir=${userDataDir}`,
      ...args,
    ],
    { env, stdio: ['ignore', 'pipe', 'pipe', 'ipc'] },
  );
  const exited = once(child, 'exit');
  const output = gatherOutput(child);
  const channel = openChannel(child);

  const { browser, targetId } = await withLimit(
    startLimitMs,
    `The app did not open a window within ${startLimitMs / 1000} seconds.`,
    Promise.race([
      channel.window.then(async (window) => ({
        browser: await chromium.connectOverCDP(window.endpoint),
        targetId: window.targetId,
      })),
      exited.then(([code]) => Promise.reject(new Error(`The app ended (exit code ${code}) without a window.`))),
    ]),
  ).catch((error: Error) => {
    child.kill('SIGKILL');
    throw new Error(`${error.message}\n${output()}`, { cause: error });
  });
  const chromiumGone = new Promise<void>((resolve) => browser.on('disconnected', () => resolve()));
  let pageGone: Promise<unknown> = Promise.resolve();
  let ending = false;
  child.on('exit', (code) => {
    if (!ending) process.stderr.write(`The app ended unexpectedly (exit code ${code}).\n${output()}\n`);
  });
  const kill = async () => {
    ending = true;
    child.kill('SIGKILL');
    await exited;
    await (running ? leave() : chromiumGone);
  };
  /** A Chromium that goes on drops the app's context when the app is gone. */
  const leave = async () => {
    await pageGone;
    await browser.close();
  };

  try {
    const page = await windowOf(browser, targetId);
    pageGone = new Promise((closed) => page.once('close', closed));
    return {
      page,
      pid: child.pid ?? 0,
      nextSaveDialog: async (path) => void (await channel.ask('answer save dialog', path)),
      nextOpenDialog: async (paths) => void (await channel.ask('answer open dialog', paths)),
      agreeTo: async (...buttons) => void (await channel.ask('agree to', buttons)),
      nextMessageBox: async (button) => void (await channel.ask('answer message box', button)),
      messageBoxes: async () => [...(await channel.ask('message boxes', null))],
      openedExternally: async () => [...(await channel.ask('opened externally', null))],
      chooseMenuItem: async (...labels) => void (await channel.ask('choose menu item', labels)),
      async quit() {
        ending = true;
        await channel.ask('quit', null);
      },
      async close() {
        if (child.exitCode !== null || child.signalCode !== null) {
          await browser.close();
          return;
        }
        ending = true;
        await channel.ask('answer message box', 'Close anyway');
        const faults = await channel.ask('faults', null);
        await channel.ask('quit', null);
        await withLimit(quitLimitMs, `The app did not quit within ${quitLimitMs / 1000} seconds.`, exited).catch(
          async (error) => {
            await kill();
            throw error;
          },
        );
        if (running) await leave();
        if (child.exitCode !== 0) throw new Error(`The app quit with exit code ${child.exitCode}.\n${output()}`);
        if (faults.length > 0) throw new Error(`Nobody in main caught this:\n${faults.join('\n')}`);
      },
      kill,
    };
  } catch (error) {
    await kill();
    throw new Error(`The window did not become ready.\n${output()}`, { cause: error });
  }
}

/** The app's window, which its Chromium may hold beside those of other apps. */
async function windowOf(browser: Browser, targetId: string) {
  const context = browser.contexts()[0];
  if (!context) throw new Error('Chromium has no browser context.');
  for (const page of context.pages()) {
    const cdp = await context.newCDPSession(page);
    const { targetInfo } = await cdp.send('Target.getTargetInfo');
    await cdp.detach();
    if (targetInfo.targetId !== targetId) continue;
    await page.getByRole('main').waitFor();
    return page;
  }
  throw new Error('The window of the app is not in its Chromium.');
}

/** What the app wrote, for the message of a start that failed. */
function gatherOutput(child: ChildProcess): () => string {
  let text = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (chunk: string) => {
      text = `${text}${chunk}`.slice(-20_000);
    });
  }
  return () => text;
}

/** The launcher's end of the control channel. */
function openChannel(child: ChildProcess) {
  const waiting = new Map<number, { resolve: (value: never) => void; reject: (error: Error) => void }>();
  let lastId = 0;
  const window = new Promise<HostMessage & { kind: 'window' }>((resolve) => {
    child.on('message', (message: HostMessage) => {
      if (message.kind === 'window') {
        resolve(message);
        return;
      }
      const question = waiting.get(message.id);
      waiting.delete(message.id);
      if (message.kind === 'answer') question?.resolve(message.value as never);
      else question?.reject(new Error(message.reason));
    });
  });
  child.on('exit', () => {
    for (const { reject } of waiting.values()) reject(new Error('The app ended before it answered.'));
  });
  return {
    window,
    ask<C extends keyof Commands>(command: C, argument: Commands[C]['argument']): Promise<Commands[C]['value']> {
      lastId += 1;
      const message: CommandMessage = { id: lastId, command, argument };
      return new Promise((resolve, reject) => {
        waiting.set(message.id, { resolve, reject });
        child.send(message, (error) => {
          if (error) reject(error);
        });
      });
    },
  };
}

/** Rejects with the given words when a promise has not settled in time. */
async function withLimit<T>(limitMs: number, words: string, promise: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(words)), limitMs);
  });
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}
