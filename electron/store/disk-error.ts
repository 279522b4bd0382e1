import type { AppError } from '../../core/app-error.ts';

/** Phrases a failed file operation on `path` as a refusal with code `disk`. Takes whatever node:fs threw. */
export function diskError(error: unknown, path: string, platform = process.platform): AppError {
  const detail = error instanceof Error ? error.message : String(error);
  const { why, next } = platform === 'win32' && mayBeHeld(error) ? held : phrase(systemCode(error));
  return { code: 'disk', message: `The file ${path} cannot be used: ${why}.`, next, detail };
}

/** Node's error code, e.g. `ENOENT`; '' where what was thrown carries none. */
export function systemCode(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}

const callsThatMove = ['rename', 'unlink', 'rmdir', 'rm'];
const heldCodes = ['EPERM', 'EACCES', 'EBUSY'];

/**
 * Whether moving or deleting a file failed as it does on Windows where another program has it open without letting others
 * move or delete it. Missing rights look the same.
 */
export function mayBeHeld(error: unknown): boolean {
  if (!(error instanceof Error && 'syscall' in error && typeof error.syscall === 'string')) return false;
  return callsThatMove.includes(error.syscall) && heldCodes.includes(systemCode(error));
}

const held = {
  why: 'another program has it open (for example Excel), or this user may not write it',
  next: 'Close it in the other program, then try again. If that does not help, ask whoever looks after this computer for access to it.',
};

function phrase(code: string): { why: string; next: string } {
  switch (code) {
    case 'ENOSPC':
    case 'EDQUOT':
      return { why: 'the disk is full', next: 'Free some space on this disk, then try again.' };
    case 'EROFS':
      return { why: 'the disk is read-only', next: 'Make the disk writable, then try again.' };
    case 'EACCES':
    case 'EPERM':
      return {
        why: 'this user has no permission to use it',
        next: 'Ask whoever looks after this computer for access to the folder, then try again.',
      };
    case 'EBUSY':
      return { why: 'another program is using it', next: 'Close the other program, then try again.' };
    case 'EMFILE':
    case 'ENFILE':
      return { why: 'too many files are open on this computer', next: 'Close some programs, then try again.' };
    case 'EIO':
      return { why: 'the disk reported a fault', next: 'Check the disk, then try again.' };
    case 'ENOENT':
    case 'ENOTDIR':
      return { why: 'its folder is missing', next: 'Check that the folder still exists, then try again.' };
    default:
      return { why: 'the system refused', next: 'Try again. If it goes on, check the disk and the folder.' };
  }
}
