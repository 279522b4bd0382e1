/** Chromium's switches that would let another program read along, or send the token elsewhere. */
const refused = [
  'ignore-certificate-errors',
  'ignore-certificate-errors-spki-list',
  'allow-insecure-localhost',
  'allow-running-insecure-content',
  'disable-web-security',
  'host-resolver-rules',
  'host-rules',
  'log-net-log',
  'ssl-key-log-file',
  'remote-debugging-port',
  'remote-debugging-pipe',
  'remote-allow-origins',
  'load-extension',
  'js-flags',
] as const;

/** Why a packaged app does not start with these switches, in one sentence; null if it may. */
export function refuseSwitches(commandLine: { hasSwitch(name: string): boolean }): string | null {
  const found = refused.find((name) => commandLine.hasSwitch(name));
  return found ? `Start it without --${found}: with that switch, others could read along or take the token.` : null;
}
