import { homedir, release } from 'node:os';
import type { AppError } from '../../core/app-error.ts';
import type { Send } from '../../core/camio/http.ts';
import type { ConnectionCheck } from '../../core/connections/connection.ts';
import type { PrivateText } from '../../core/diagnostics/report-text.ts';
import type { AppInfo } from '../../core/ipc/app-calls.ts';
import type { Handlers } from '../../core/ipc/contract.ts';
import type { Result } from '../../core/result.ts';
import { counted } from '../../core/text/amounts.ts';
import { systemUser } from '../audit/system-user.ts';
import type { ConnectionStore } from '../connections/connection-store.ts';
import type { Keyring } from '../secrets/secrets-keyring.ts';
import { checkDataFolder, checkFreeDisk, checkKeyring, checkPracticeServer } from './computer-checks.ts';
import { createDiagnosticsHandlers } from './diagnostics-handlers.ts';

/** The diagnostics of this installation, on this computer. */
export function createDiagnostics(needs: {
  /** The app's data folder. */
  readonly folder: string;
  readonly send: Send;
  readonly keyring: Keyring;
  readonly connections: Pick<ConnectionStore, 'list'>;
  readonly check: (connectionId: string) => Promise<Result<ConnectionCheck, AppError>>;
  readonly clipboard: { writeText(text: string): Promise<void> };
  readonly info: () => AppInfo;
}): Handlers<'diagnostics'> {
  const { folder, send, keyring, connections, info } = needs;
  return createDiagnosticsHandlers({
    ...needs,
    computerChecks: [
      () => checkDataFolder(folder),
      () => checkFreeDisk(folder),
      () => checkKeyring(keyring),
      () => checkPracticeServer(send),
    ],
    facts: () => factsOf(info(), connections.list().length),
    privateTexts: privateTexts(folder),
    now: () => new Date(),
  });
}

function factsOf({ version, platform }: AppInfo, connections: number): string[] {
  const { electron, chrome, node } = process.versions;
  const engines = [
    ['Electron', electron],
    ['Chromium', chrome],
    ['Node', node],
  ].flatMap(([name, engine]) => (engine === undefined ? [] : [`${name} ${engine}`]));
  return [
    `Reader Desk ${version} on ${platform} ${release()} (${process.arch})`,
    engines.join(', '),
    counted(connections, 'connection'),
  ];
}

/** Folders, and the user they are named after. A name of one or two letters would be found in every word. */
function privateTexts(folder: string): PrivateText[] {
  const user = systemUser();
  return [
    [folder, '<data folder>'],
    [homedir(), '<home>'],
    [user.length > 2 ? user : '', '<user>'],
  ];
}
