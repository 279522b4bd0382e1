import { dirname, join } from 'node:path';
import ElectronStore from 'electron-store';
import type { AppError } from '../../core/app-error.ts';
import { fail, ok, type Result } from '../../core/result.ts';
import { replaceDamaged } from './atomic-file.ts';
import { diskError, systemCode } from './disk-error.ts';
import { syncFolderNow } from './durable-folder.ts';
import { newerFile } from './json-file.ts';

interface Versioned {
  readonly version: number;
}

/** How one small file is read: what it holds while it does not exist, and how any earlier version becomes today's. */
export interface SettingsFormat<Value extends Versioned> {
  /** File name without `.json`. */
  readonly name: string;
  /** What a person would call the contents, e.g. `the settings`. */
  readonly what: string;
  readonly fallback: Value;
  /** Takes parsed JSON of any version; undefined where it cannot be understood. */
  migrate(contents: unknown): Value | undefined;
}

/** One small file, read once when opened and kept in memory; this app is the only one to write it. */
export interface SettingsFile<Value extends Versioned> {
  read(): Value;
  /** Replaces the whole contents on disk, or refuses with code `disk` and leaves them as they were. */
  write(value: Value): Result<void, AppError>;
}

/**
 * Opens a small file of this installation in `folder`. A damaged file is kept as a copy and the fallback used; `notices` says
 * so. If not even that works, or a newer version wrote the file, nothing is ever written over it.
 */
export async function openSettingsFile<Value extends Versioned>(
  folder: string,
  format: SettingsFormat<Value>,
  now: () => Date,
): Promise<{ readonly file: SettingsFile<Value>; readonly notices: readonly AppError[] }> {
  const path = join(folder, `${format.name}.json`);
  const opened = readContents(folder, format);
  if (opened.kind === 'read') return { file: fileOf(opened.store, opened.contents, path), notices: [] };
  const { kind, error } = opened;
  if (kind !== 'damaged') return { file: unwritable(format.fallback, error), notices: [error] };

  const copy = await replaceDamaged(path, '{}', now());
  if (!copy.ok) return { file: unwritable(format.fallback, copy.error), notices: [error, copy.error] };
  const notice: AppError = { ...error, next: `It was kept as ${copy.value}. Enter what is missing again.` };
  const fresh = readContents(folder, format);
  return fresh.kind === 'read'
    ? { file: fileOf(fresh.store, fresh.contents, path), notices: [notice] }
    : { file: unwritable(format.fallback, fresh.error), notices: [notice, fresh.error] };
}

type Store = ElectronStore<Record<string, unknown>>;

type ReadSettings<Value> =
  | { readonly kind: 'read'; readonly store: Store; readonly contents: Value }
  | { readonly kind: 'disk' | 'newer' | 'damaged'; readonly error: AppError };

function readContents<Value extends Versioned>(folder: string, format: SettingsFormat<Value>): ReadSettings<Value> {
  const path = join(folder, `${format.name}.json`);
  let detail = 'The contents have another shape.';
  try {
    const store: Store = new ElectronStore({
      cwd: folder,
      name: format.name,
      clearInvalidConfig: false,
      configFileMode: 0o600,
      accessPropertiesByDotNotation: false,
      deserialize: parseObject,
    });
    const raw = store.store;
    if (typeof raw.version === 'number' && raw.version > format.fallback.version) {
      return { kind: 'newer', error: newerFile(`The file with ${format.what}`, path) };
    }
    const contents = Object.keys(raw).length === 0 ? format.fallback : format.migrate(raw);
    if (contents) return { kind: 'read', store, contents };
  } catch (error) {
    if (systemCode(error) !== '') return { kind: 'disk', error: diskError(error, path) };
    detail = error instanceof Error ? error.message : String(error);
  }
  const message = `The file with ${format.what} could not be read.`;
  return { kind: 'damaged', error: { code: 'corrupt-file', message, next: '', detail } };
}

/** The library takes any JSON but an object for an empty file, and would write over it. */
function parseObject(text: string): Record<string, unknown> {
  const contents: unknown = JSON.parse(text);
  if (typeof contents !== 'object' || contents === null || Array.isArray(contents)) {
    throw new SyntaxError('The file holds JSON, but not an object.');
  }
  return Object.fromEntries(Object.entries(contents));
}

function fileOf<Value extends Versioned>(store: Store, contents: Value, path: string): SettingsFile<Value> {
  let current = contents;
  return {
    read: () => current,
    write(value) {
      try {
        store.store = Object.fromEntries(Object.entries(value));
        // The library syncs the file and renames it into place. Without this a power cut may undo the rename.
        syncFolderNow(dirname(path));
      } catch (error) {
        return fail(diskError(error, path));
      }
      current = value;
      return ok(undefined);
    },
  };
}

function unwritable<Value extends Versioned>(contents: Value, error: AppError): SettingsFile<Value> {
  return { read: () => contents, write: () => fail(error) };
}
