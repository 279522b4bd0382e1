import { redactedForLog } from '../../core/diagnostics/redact.ts';
import { createLog, type Log } from './log.ts';
import { type LogFile, openLogFile } from './log-file.ts';
import { privateTexts } from './private-texts.ts';

/** What is used of Electron's `app`. */
interface AppWithPaths {
  getPath(name: 'logs' | 'userData'): string;
}

/** The app's log: on the error output as it comes, in the log file without what is private. */
export function openAppLog(
  app: AppWithPaths,
  output: NodeJS.WriteStream,
): { readonly log: Log; readonly file: LogFile } {
  const file = openLogFile(app.getPath('logs'));
  const hidden = privateTexts(app.getPath('userData'));
  return { file, log: createLog(output, (entry) => file.append(redactedForLog(entry, hidden))) };
}
