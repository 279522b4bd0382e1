import type { AppError } from '../../core/app-error.ts';
import type { Send } from '../../core/camio/http.ts';
import type { ConnectionCheck } from '../../core/connections/connection.ts';
import type { AppInfo } from '../../core/ipc/app-calls.ts';
import type { Handlers } from '../../core/ipc/contract.ts';
import type { Result } from '../../core/result.ts';
import { counted } from '../../core/text/amounts.ts';
import type { LogFile } from '../app/log-file.ts';
import { privateTexts } from '../app/private-texts.ts';
import { versions } from '../app/versions.ts';
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
  readonly log: LogFile;
  readonly openPath: (path: string) => Promise<string>;
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
    facts: () => [...versions(info().version), counted(connections.list().length, 'connection')],
    privateTexts: privateTexts(folder),
    now: () => new Date(),
  });
}
