import { describe, expect, it } from 'vitest';
import { diskError } from './disk-error.ts';

const failure = (code: string) => Object.assign(new Error(`${code}: it failed`), { code });

describe('diskError', () => {
  it.each([
    ['ENOSPC', 'the disk is full'],
    ['EDQUOT', 'the disk is full'],
    ['EROFS', 'the disk is read-only'],
    ['EACCES', 'no permission'],
    ['EIO', 'a fault'],
    ['EWHAT', 'the system refused'],
  ])('says plainly what %s means', (code, words) => {
    const error = diskError(failure(code), '/data/list.json');
    expect(error.code).toBe('disk');
    expect(error.message).toContain('/data/list.json');
    expect(error.message).toContain(words);
    expect(error.detail).toContain(code);
    expect(error.next).not.toBe('');
  });

  it.each(['EPERM', 'EACCES', 'EBUSY'])('on Windows, says of %s what most often keeps a file in place', (code) => {
    const renaming = Object.assign(failure(code), { syscall: 'rename' });
    const { message, next } = diskError(renaming, 'C:\\readers.csv', 'win32');
    expect(message).toContain('another program has it open (for example Excel), or this user may not write it');
    expect(next).toContain('Close it in the other program');
    expect(diskError(renaming, '/readers.csv', 'linux').message).not.toContain('Excel');
    const opening = Object.assign(failure(code), { syscall: 'open' });
    expect(diskError(opening, 'C:\\readers.csv', 'win32').message).not.toContain('Excel');
  });

  it('takes anything that was thrown', () => {
    expect(diskError('odd', '/x').detail).toBe('odd');
  });
});
