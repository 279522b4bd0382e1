import { expect, it } from 'vitest';
import { refuseSwitches } from './refused-switches.ts';

const commandLine = (...given: string[]) => ({ hasSwitch: (name: string) => given.includes(name) });

it.each([
  'ignore-certificate-errors',
  'remote-debugging-port',
  'host-resolver-rules',
  'log-net-log',
  'disable-web-security',
  'ssl-key-log-file',
])('refuses --%s in one sentence that names it', (name) => {
  expect(refuseSwitches(commandLine('user-data-dir', name))).toMatch(new RegExp(`^Start it without --${name}: .+\\.$`));
});

it('lets the app’s own switches pass', () => {
  expect(refuseSwitches(commandLine('user-data-dir', 'practice', 'no-sandbox'))).toBeNull();
});
