import { z } from 'zod';
import type { AppError } from '../../core/app-error.ts';
import { ok, type Result } from '../../core/result.ts';
import { readTextFile } from './atomic-file.ts';

/** What a small JSON file holds. `newer`: a later version of the app wrote it; it is left as it is. */
export type JsonFile<Value> =
  | { readonly kind: 'none' | 'newer' | 'damaged' }
  | { readonly kind: 'value'; readonly value: Value };

interface JsonFormat<Value> {
  /** The newest version this app knows. */
  readonly version: number;
  /** Takes the parsed JSON of any version up to that. */
  readonly schema: z.ZodType<Value>;
  /** By default JSON's own. Throws a SyntaxError. */
  readonly parse?: (text: string) => unknown;
}

const versioned = z.object({
  version: z.union([z.int(), z.object({ isLosslessNumber: z.literal(true), value: z.coerce.number() })]),
});

/** Reads a small file of a connection. Refuses with code `disk`. */
export async function readJsonFile<Value>(
  path: string,
  { version, schema, parse = JSON.parse }: JsonFormat<Value>,
): Promise<Result<JsonFile<Value>, AppError>> {
  const text = await readTextFile(path);
  if (!text.ok) return text;
  if (text.value === null) return ok({ kind: 'none' });
  const contents = parsed(text.value, parse);
  const written = versioned.safeParse(contents).data?.version;
  const number = typeof written === 'object' ? written.value : written;
  if (number !== undefined && number > version) return ok({ kind: 'newer' });
  const value = schema.safeParse(contents);
  return ok(value.success ? { kind: 'value', value: value.data } : { kind: 'damaged' });
}

/** Undefined, which is no JSON value, if the text is none. */
function parsed(text: string, parse: (text: string) => unknown): unknown {
  try {
    return parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** The refusal for the file of a newer version. `what`: what a person calls its contents, e.g. `This worksheet`. */
export function newerFile(what: string, path: string): AppError {
  return {
    code: 'corrupt-file',
    message: `${what} was written by a newer version of Reader Desk, which this version cannot read: ${path}.`,
    next: 'Open it with the newer version. The file was left as it is.',
  };
}
