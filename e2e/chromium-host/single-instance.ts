import { mkdirSync, readdirSync, readFileSync, rmSync, watch, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { isReadOnly } from './read-only.ts';

type Called = (argv: string[], folder: string) => void;

const call = z.object({ argv: z.array(z.string()), folder: z.string() });

/**
 * One process per user-data folder: the first writes its process id, a later one leaves its command line in a folder
 * that the first watches. A lock whose process is gone (it was killed) is taken over. Where nothing can be written the
 * lock is refused, as Electron does on Linux and macOS.
 */
export function takeSingleInstanceLock(userDataDir: string, called: Called): boolean {
  try {
    return takeLock(userDataDir, called);
  } catch (error) {
    if (isReadOnly(error)) return false;
    throw error;
  }
}

function takeLock(userDataDir: string, called: Called): boolean {
  const room = join(userDataDir, 'single-instance');
  const lock = join(userDataDir, 'single-instance.lock');
  mkdirSync(room, { recursive: true });
  const holder = processIn(lock);
  if (holder !== null) {
    writeFileSync(join(room, `${process.pid}.json`), JSON.stringify({ argv: process.argv, folder: process.cwd() }));
    return false;
  }
  writeFileSync(lock, String(process.pid));
  process.on('exit', () => rmSync(lock, { force: true }));
  for (const name of readdirSync(room)) rmSync(join(room, name), { force: true });
  watch(room, { persistent: false }, () => {
    for (const name of readdirSync(room)) {
      const parsed = readCall(join(room, name));
      if (!parsed) continue;
      rmSync(join(room, name), { force: true });
      called(parsed.argv, parsed.folder);
    }
  });
  return true;
}

/** The other process that holds the lock, if it still runs. */
function processIn(lock: string): number | null {
  try {
    const id = Number(readFileSync(lock, 'utf8'));
    if (!Number.isInteger(id) || id === process.pid) return null;
    process.kill(id, 0);
    return id;
  } catch {
    // No lock, or nobody behind it.
    return null;
  }
}

/** A file that is still being written is read again at the next change. */
function readCall(file: string): z.infer<typeof call> | null {
  try {
    return call.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return null;
  }
}
