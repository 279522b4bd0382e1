import { once } from 'node:events';
import { _electron as electron } from '@playwright/test';
import { electronBinary } from '../../scripts/electron-binary.mjs';
import { canSandbox } from '../../scripts/sandbox.mjs';
import { takeMessageBoxes } from './electron-message-boxes.ts';
import type { Launch, LaunchedApp } from './launched-app.ts';

/** Runs the app in Electron itself; dialogs and external links are answered inside its main process. */
export async function launchInElectron({
  root,
  userDataDir,
  env,
  args,
}: Launch): Promise<Omit<LaunchedApp, 'userDataDir'>> {
  const executablePath = electronBinary();
  if (executablePath === null) throw new Error("Electron's binary is not installed. Use host: 'chromium'.");
  const sandbox = canSandbox() ? [] : ['--no-sandbox'];
  const app = await electron.launch({
    executablePath,
    args: [...sandbox, root, `--user-data-dir=${userDataDir}`, ...args],
    env,
  });
  const child = app.process();
  const exited = once(child, 'exit');
  await app.evaluate(({ shell }) => {
    const opened: string[] = [];
    Object.assign(globalThis, { openedExternally: opened });
    shell.openExternal = async (url) => {
      opened.push(url);
    };
  });
  const boxes = await takeMessageBoxes(app);
  const page = await app.firstWindow();
  await page.getByRole('main').waitFor();
  return {
    page,
    pid: child.pid ?? 0,
    nextSaveDialog: (path) =>
      app.evaluate(({ dialog }, answer) => {
        dialog.showSaveDialog = async () => ({ canceled: answer === null, filePath: answer ?? '' });
      }, path),
    nextOpenDialog: (paths) =>
      app.evaluate(({ dialog }, answer) => {
        dialog.showOpenDialog = async () => ({ canceled: answer === null, filePaths: answer ?? [] });
      }, paths),
    agreeTo: boxes.agreeTo,
    nextMessageBox: boxes.answer,
    messageBoxes: boxes.asked,
    openedExternally: () =>
      app.evaluate(() => {
        const known: unknown = Reflect.get(globalThis, 'openedExternally');
        return Array.isArray(known) ? known.map(String) : [];
      }),
    chooseMenuItem: (...labels) =>
      app.evaluate(({ Menu }, names) => {
        let items = Menu.getApplicationMenu()?.items ?? [];
        for (const [index, name] of names.entries()) {
          const item = items.find(({ label }) => label.replaceAll('&', '') === name);
          if (!item) throw new Error(`The menu has no item "${names.join(' > ')}".`);
          if (index === names.length - 1) item.click();
          items = item.submenu?.items ?? [];
        }
      }, labels),
    quit: () => app.evaluate(({ app }) => app.quit()),
    async close() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      await boxes.answer('Close anyway');
      await app.close();
    },
    async kill() {
      child.kill('SIGKILL');
      await exited;
    },
  };
}
