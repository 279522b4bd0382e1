import { resolve } from 'node:path';
import { expect, it } from 'vitest';
import { prepareStart } from './before-ready.ts';

/** What was asked of an app that was started with `switches`. */
function asked(switches: Readonly<Record<string, string>>, platform: NodeJS.Platform = 'linux'): unknown[][] {
  const calls: unknown[][] = [];
  const note =
    (name: string) =>
    (...args: unknown[]) =>
      void calls.push([name, ...args]);
  prepareStart(
    {
      commandLine: {
        hasSwitch: (name) => name in switches,
        getSwitchValue: (name) => switches[name] ?? '',
        appendSwitch: note('appendSwitch'),
      },
      enableSandbox: note('enableSandbox'),
      setAppUserModelId: note('setAppUserModelId'),
      setPath: note('setPath'),
    },
    platform,
  );
  return calls;
}

it('asks for the sandbox, but not where the app was started without one', () => {
  expect(asked({})).toContainEqual(['enableSandbox']);
  expect(asked({ 'no-sandbox': '' })).not.toContainEqual(['enableSandbox']);
});

it('never lets a request be sent again because QUIC failed', () => {
  expect(asked({ 'no-sandbox': '' })).toContainEqual(['appendSwitch', 'disable-quic']);
});

it('keeps its data where it was told to', () => {
  expect(asked({ 'user-data-dir': 'data' })).toContainEqual(['setPath', 'userData', resolve('data')]);
  expect(asked({}).map(([name]) => name)).not.toContain('setPath');
});

it('names itself to Windows only', () => {
  expect(asked({}, 'win32')).toContainEqual(['setAppUserModelId', 'app.reader-desk']);
  expect(asked({}).map(([name]) => name)).not.toContain('setAppUserModelId');
});
