import { open } from 'node:fs/promises';
import type { AppError } from '../../core/app-error.ts';
import { importLimits } from '../../core/import/import-refusal.ts';
import { phraseRefusal } from '../../core/import/phrase-refusal.ts';
import { fail, ok, type Result } from '../../core/result.ts';
import { diskError } from '../store/disk-error.ts';

const chunkBytes = 4 * 1024 * 1024;

/** The bytes of a file to import. Refuses one that is too large before reading it, and with `disk` what cannot be read. */
export async function loadFile(
  path: string,
  fileName: string,
  onProgress: (doneBytes: number, totalBytes: number) => void,
): Promise<Result<Buffer, AppError>> {
  try {
    const file = await open(path, 'r');
    try {
      const { size } = await file.stat();
      if (size > importLimits.bytes) return fail(phraseRefusal({ code: 'too large', bytes: size }, fileName));
      const bytes = Buffer.alloc(size);
      let done = 0;
      while (done < size) {
        const { bytesRead } = await file.read(bytes, done, Math.min(chunkBytes, size - done), done);
        if (bytesRead === 0) break;
        done += bytesRead;
        onProgress(done, size);
      }
      if (done === 0) return fail(phraseRefusal({ code: 'empty file' }, fileName));
      return ok(bytes.subarray(0, done));
    } finally {
      await file.close();
    }
  } catch (error) {
    return fail(diskError(error, path));
  }
}
