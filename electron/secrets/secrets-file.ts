import { join } from 'node:path';
import { z } from 'zod';
import type { AppError } from '../../core/app-error.ts';
import { fail, ok, type Result } from '../../core/result.ts';
import { readTextFile, writeFileAtomic } from '../store/atomic-file.ts';
import { diskError } from '../store/disk-error.ts';
import { removeFile } from '../store/held-file.ts';

/** An encrypted token on disk: which system and which of its keyrings encrypted it, and the result in base64. */
const secretFile = z.object({
  /** 1: a bare token was encrypted. 2: a token record. Not encrypted, so only old versions of the app go by it. */
  version: z.union([z.literal(1), z.literal(2)]),
  platform: z.string(),
  backend: z.string(),
  ciphertext: z.base64(),
});
export type SecretFile = z.infer<typeof secretFile>;

/** The files with encrypted tokens, one per connection. */
export interface SecretFiles {
  /** null if there is none; `corrupt-file` if it cannot be understood. The file then stays as it is. */
  read(connectionId: string): Promise<Result<SecretFile | null, AppError>>;
  write(connectionId: string, file: SecretFile): Promise<Result<void, AppError>>;
  remove(connectionId: string): Promise<Result<void, AppError>>;
}

export function createSecretFiles(folder: string): SecretFiles {
  const pathOf = (connectionId: string) => join(folder, `${encodeURIComponent(connectionId)}.json`);
  return {
    async read(connectionId) {
      const text = await readTextFile(pathOf(connectionId));
      if (!text.ok || text.value === null) return text.ok ? ok(null) : text;
      const parsed = secretFile.safeParse(parseJson(text.value));
      return parsed.success ? ok(parsed.data) : fail(corrupt(pathOf(connectionId)));
    },
    write: (connectionId, file) => writeFileAtomic(pathOf(connectionId), JSON.stringify(file)),
    async remove(connectionId) {
      const path = pathOf(connectionId);
      try {
        await removeFile(path);
        return ok(undefined);
      } catch (error) {
        return fail(diskError(error, path));
      }
    },
  };
}

/** undefined is no JSON value, so the schema turns it down with everything else that is not a secret file. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function corrupt(path: string): AppError {
  return {
    code: 'corrupt-file',
    message: 'The file with the stored token is damaged.',
    next: 'Enter the token again.',
    detail: path,
  };
}
