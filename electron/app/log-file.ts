import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { systemCode } from '../store/disk-error.ts';

/** The app's log on disk: the newest entries in one file, those before in another, nothing older. */
export interface LogFile {
  readonly folder: string;
  /** Written at once, so that an entry survives the crash it is about. Answers why it could not be, or null. */
  append(entry: string): Error | null;
  /** The newest lines, the oldest of them first. */
  lastLines(count: number): Promise<readonly string[]>;
}

export function openLogFile(folder: string, limitBytes = 1_000_000): LogFile {
  const path = join(folder, 'reader-desk.log');
  const older = join(folder, 'reader-desk.old.log');
  return {
    folder,
    append(entry) {
      try {
        mkdirSync(folder, { recursive: true });
        if (sizeOf(path) >= limitBytes) renameSync(path, older);
        appendFileSync(path, `${entry}\n`, { mode: 0o600 });
        return null;
      } catch (error) {
        return error instanceof Error ? error : new Error(String(error));
      }
    },
    async lastLines(count) {
      const texts = await Promise.all([older, path].map(textOf));
      return texts.join('').split('\n').filter(Boolean).slice(-count);
    },
  };
}

function sizeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0;
}

async function textOf(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return '';
    return `The log ${path} could not be read: ${systemCode(error)}\n`;
  }
}
