import { randomUUID } from 'node:crypto';
import { statfs } from 'node:fs/promises';
import { join } from 'node:path';
import { createCamioClient } from '../../core/camio/client.ts';
import { firstGeneration } from '../../core/camio/dialect.ts';
import type { Send } from '../../core/camio/http.ts';
import { phraseFailure } from '../../core/camio/phrase-failure.ts';
import type { DiagnosticStep } from '../../core/diagnostics/diagnostics.ts';
import { simulatorState } from '../../core/simulator/simulator.ts';
import { formatCount } from '../../core/text/amounts.ts';
import { startSimulatorServer } from '../practice/simulator-server.ts';
import type { Keyring } from '../secrets/secrets-keyring.ts';
import { readTextFile, writeFileAtomic } from '../store/atomic-file.ts';
import { diskError } from '../store/disk-error.ts';
import { removeFile } from '../store/held-file.ts';

/** Snapshots of a large list, a year of them, and some air. */
const enoughBytes = 500_000_000;

/** Writes a file into the app's data folder, reads it back and removes it. */
export async function checkDataFolder(folder: string): Promise<DiagnosticStep> {
  const name = 'Data folder';
  const path = join(folder, `.diagnostics-${randomUUID()}`);
  const text = randomUUID();
  const written = await writeFileAtomic(path, text);
  if (!written.ok) return { name, outcome: 'failed', message: `${written.error.message} ${written.error.next}` };
  const read = await readTextFile(path);
  await removeFile(path);
  if (read.ok && read.value === text) return { name, outcome: 'passed', message: `Files can be kept in ${folder}.` };
  return { name, outcome: 'failed', message: `A file written in ${folder} did not read back as it was.` };
}

/** Looks how much the disk of the data folder can still take. */
export async function checkFreeDisk(
  folder: string,
  freeBytesOf: (folder: string) => Promise<number> = freeBytes,
): Promise<DiagnosticStep> {
  const name = 'Free disk space';
  try {
    const free = await freeBytesOf(folder);
    const megabytes = `${formatCount(Math.floor(free / 1_000_000))} MB are free on the disk of the data folder.`;
    return free >= enoughBytes
      ? { name, outcome: 'passed', message: megabytes }
      : {
          name,
          outcome: 'failed',
          message: `Only ${megabytes} Free some space, so that drafts and snapshots are kept.`,
        };
  } catch (error) {
    return { name, outcome: 'unknown', message: diskError(error, folder).message };
  }
}

async function freeBytes(folder: string): Promise<number> {
  const { bavail, bsize } = await statfs(folder);
  return bavail * bsize;
}

/** Locks and unlocks a text that is no token. */
export async function checkKeyring(keyring: Keyring): Promise<DiagnosticStep> {
  const name = 'Keyring';
  const text = randomUUID();
  const locked = await keyring.lock(text);
  if (!locked.ok) {
    return { name, outcome: 'failed', message: `${locked.error} Tokens are kept until Reader Desk is closed.` };
  }
  const unlocked = await keyring.unlock(locked.value);
  if (!unlocked.ok) return { name, outcome: 'failed', message: unlocked.error.reason };
  return unlocked.value.text === text
    ? { name, outcome: 'passed', message: 'Tokens are kept in the keyring of this computer.' }
    : { name, outcome: 'failed', message: 'The keyring of this computer gave back something else than was stored.' };
}

/** Starts a practice server of its own on this computer and reads its list, so that no one else’s is disturbed. */
export async function checkPracticeServer(send: Send): Promise<DiagnosticStep> {
  const name = 'Practice server';
  const token = randomUUID();
  const server = await startSimulatorServer({ state: simulatorState([{ id: '1', name: 'Door' }]), token });
  try {
    const client = createCamioClient({
      send,
      baseUrl: server.baseUrl,
      dialect: firstGeneration,
      authorization: `Bearer ${token}`,
      now: Date.now,
    });
    const read = await client.readList(new AbortController().signal);
    if (!read.ok) return { name, outcome: 'failed', message: phraseFailure(read.error, 'read the list').message };
    const { status, latencyMs } = read.value;
    return { name, outcome: 'passed', message: 'It starts and answers on this computer.', status, latencyMs };
  } finally {
    await server.close();
  }
}
