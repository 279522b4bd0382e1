import { describe, expect, it } from 'vitest';
import type { AllHandlers } from '../../core/ipc/contract.ts';
import { callChannel, callNames } from '../../core/ipc/names.ts';
import { fail, ok } from '../../core/result.ts';
import { handleCalls } from './handle.ts';
import { type Caller, isTrustedCaller } from './trusted-sender.ts';

type Listener = (event: Caller, input?: unknown) => Promise<unknown>;

const unused = async () => fail({ code: 'not-found', message: 'Not part of this test.', next: '' } as const);

/** The contract with the given handlers; every other call refuses. */
function register(overrides: { readonly [N in keyof AllHandlers]?: Partial<AllHandlers[N]> } = {}) {
  const handlers: AllHandlers = {
    app: {
      info: unused,
      openExternal: unused,
      answerProxy: unused,
      reportFault: unused,
      settled: unused,
      ...overrides.app,
    },
    settings: { read: unused, write: unused, ...overrides.settings },
    connections: {
      list: unused,
      add: unused,
      update: unused,
      delete: unused,
      replaceToken: unused,
      forgetToken: unused,
      check: unused,
      confirmAccount: unused,
      openPractice: unused,
      ...overrides.connections,
    },
    signIn: { start: unused, cancel: unused, openAgain: unused, copyLink: unused, ...overrides.signIn },
    draft: {
      open: unused,
      more: unused,
      apply: unused,
      applyPart: unused,
      refresh: unused,
      compare: unused,
      merge: unused,
      watch: unused,
      ...overrides.draft,
    },
    push: { start: unused, cancel: unused, state: unused, settle: unused, ...overrides.push },
    loss: { state: unused, compare: unused, restore: unused, putAway: unused, ...overrides.loss },
    takeover: { state: unused, restore: unused, dismiss: unused, ...overrides.takeover },
    readers: { export: unused, cancelExport: unused, ...overrides.readers },
    rename: { replacePattern: unused, ...overrides.rename },
    events: {
      send: unused,
      history: unused,
      readers: unused,
      export: unused,
      copyAsCurl: unused,
      ...overrides.events,
    },
    presets: { list: unused, save: unused, delete: unused, ...overrides.presets },
    sweep: {
      list: unused,
      results: unused,
      start: unused,
      pause: unused,
      resume: unused,
      stop: unused,
      sendAgain: unused,
      ...overrides.sweep,
    },
    import: { choose: unused, read: unused, compare: unused, apply: unused, cancel: unused, ...overrides.import },
    cameras: { open: unused, apply: unused, ...overrides.cameras },
    worksheet: { open: unused, tick: unused, finish: unused, export: unused, ...overrides.worksheet },
    commissioning: { signOff: unused, exportReport: unused, copyLabel: unused, ...overrides.commissioning },
    history: { list: unused, check: unused, take: unused, compare: unused, restore: unused, ...overrides.history },
    activity: { list: unused, verify: unused, export: unused, ...overrides.activity },
    diagnostics: { run: unused, copyReport: unused, openLogFolder: unused, ...overrides.diagnostics },
    practice: { status: unused, reset: unused, ...overrides.practice },
  };
  const channels = new Map<string, Listener>();
  const logged: string[] = [];
  const ipcMain = { handle: (channel: string, listener: Listener) => void channels.set(channel, listener) };
  handleCalls(ipcMain, handlers, {
    trusts: ({ sender }) => sender.id === 1,
    log: (sentence) => void logged.push(sentence),
  });
  const call = (channel: string, input?: unknown, id = 1) => {
    const listener = channels.get(channel);
    if (!listener) throw new Error(`Nothing listens on ${channel}.`);
    return listener({ sender: { id }, senderFrame: null }, input);
  };
  return { channels, logged, call };
}

describe('handleCalls', () => {
  it('listens on every channel of the contract and no other', () => {
    const expected = Object.entries(callNames).flatMap(([noun, names]) => names.map((name) => callChannel(noun, name)));
    expect([...register().channels.keys()].sort()).toEqual(expected.sort());
  });

  it('answers what the handler answers, value or refusal', async () => {
    const { call } = register({ practice: { reset: unused }, app: { openExternal: async () => ok(undefined) } });
    expect(await call('app.openExternal', { url: 'https://camio.com/' })).toEqual({ ok: true, value: undefined });
    expect(await call('practice.reset')).toMatchObject({ ok: false, error: { code: 'not-found' } });
  });

  it('hands the handler only what the schema knows', async () => {
    const inputs: unknown[] = [];
    const { call } = register({
      app: {
        openExternal: async (input) => {
          inputs.push(input);
          return ok(undefined);
        },
      },
    });
    await call('app.openExternal', { url: 'https://camio.com/', extra: 1 });
    expect(inputs).toEqual([{ url: 'https://camio.com/' }]);
  });

  it('turns down a strange caller before looking at the input', async () => {
    const { call } = register();
    await expect(call('app.openExternal', { url: 5 }, 2)).rejects.toThrow('app.openExternal was called from a page');
  });

  it('turns down a bad input without repeating it', async () => {
    const { call } = register();
    const secret = 'camio-token-0123456789';
    const rejection = await call('connections.replaceToken', { connectionId: 7, token: secret }).catch(String);
    expect(rejection).toContain('connections.replaceToken');
    expect(rejection).not.toContain(secret);
    await expect(call('app.info', null)).rejects.toThrow('app.info');
  });

  it('turns a bug into a plain sentence, and logs it', async () => {
    const { call, logged } = register({
      settings: { read: () => Promise.reject(new Error('secret of the inside')) },
    });
    const rejection = await call('settings.read').catch(String);
    expect(rejection).toContain('settings.read');
    expect(rejection).not.toContain('secret of the inside');
    expect(logged).toEqual(['settings.read failed unexpectedly.']);
  });
});

it('turns down every call from a wrong frame, and every hostile input from the right one, before a handler runs', async () => {
  let ran = 0;
  const handlers = new Proxy(
    {},
    {
      get: () =>
        new Proxy(
          {},
          {
            get: () => async () => {
              ran += 1;
              return ok(undefined);
            },
          },
        ),
    },
  ) as AllHandlers;
  const channels = new Map<string, Listener>();
  handleCalls({ handle: (channel, listener) => void channels.set(channel, listener) }, handlers, {
    trusts: (caller) => isTrustedCaller(caller, { contentsId: 1, origin: 'app://bundle' }),
    log: () => {},
  });
  const right = { sender: { id: 1 }, senderFrame: { url: 'app://bundle/index.html', parent: null } };
  const wrong: Caller[] = [
    { ...right, sender: { id: 2 } },
    { ...right, senderFrame: null },
    { ...right, senderFrame: { url: 'app://bundle/index.html', parent: {} } },
    { ...right, senderFrame: { url: 'https://evil.example/', parent: null } },
    { ...right, senderFrame: { url: 'app://bundle.evil.example/', parent: null } },
  ];
  for (const [channel, listener] of channels) {
    for (const caller of wrong) await expect(listener(caller, undefined)).rejects.toThrow(channel);
    for (const input of [null, 7, '../..', [1], JSON.parse('{"__proto__":{}}'), new Map()]) {
      await expect(listener(right, input)).rejects.toThrow(channel);
    }
  }
  expect(channels.size).toBeGreaterThan(50);
  expect(ran).toBe(0);
});
