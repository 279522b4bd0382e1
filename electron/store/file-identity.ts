import { type FileHandle, stat } from 'node:fs/promises';
import { systemCode } from './disk-error.ts';

/** Which file a path leads to: the same device and number, the same file. */
export interface FileIdentity {
  readonly device: bigint;
  readonly number: bigint;
}

export async function identityOf(handle: FileHandle): Promise<FileIdentity> {
  const { dev, ino } = await handle.stat({ bigint: true });
  return { device: dev, number: ino };
}

/** Whether the path leads to that file. Throws what node:fs throws, unless there is nothing at the path. */
export async function leadsTo(path: string, { device, number }: FileIdentity): Promise<boolean> {
  try {
    const { dev, ino } = await stat(path, { bigint: true });
    return dev === device && ino === number;
  } catch (error) {
    if (isMissing(error)) return false;
    throw error;
  }
}

/** Whether node:fs found nothing at a path. */
export function isMissing(error: unknown): boolean {
  return systemCode(error) === 'ENOENT' || systemCode(error) === 'ENOTDIR';
}
