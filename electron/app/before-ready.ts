import { resolve } from 'node:path';
import { appId } from './app-id.ts';

/** What is used of Electron's `app` before it is ready. */
interface UnreadyApp {
  readonly commandLine: {
    hasSwitch(name: string): boolean;
    getSwitchValue(name: string): string;
    appendSwitch(name: string): void;
  };
  enableSandbox(): void;
  setAppUserModelId(id: string): void;
  setPath(name: 'userData', path: string): void;
}

/** Everything that takes effect only if it is set before Electron is ready. */
export function prepareStart(app: UnreadyApp, platform: NodeJS.Platform): void {
  // It would take `--no-sandbox` off the command line, and then no process of Chromium's starts as root. The windows ask
  // for a sandbox by themselves.
  if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
  // When a QUIC connection fails, Chromium sends the request again over TCP, even one that may be sent only once.
  app.commandLine.appendSwitch('disable-quic');
  if (platform === 'win32') app.setAppUserModelId(appId);
  const dataFolder = app.commandLine.getSwitchValue('user-data-dir');
  if (dataFolder !== '') app.setPath('userData', resolve(dataFolder));
}
