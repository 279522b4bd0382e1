import { join } from 'node:path';
import ElectronStore from 'electron-store';
import type { AppError } from '../../core/app-error.ts';
import { fail, ok, type Result } from '../../core/result.ts';
import { setAside } from './atomic-file.ts';
import { diskError, systemCode } from './disk-error.ts';

/** How one small file is read: what it holds while it does not exist, and how any earlier version becomes today's. */
export interface SettingsFormat<Value extends object> {
  /** File name without `.json`. */
  readonly name: string;
  /** What a person would call the contents, e.g. `the settings`. */
  readonly what: string;
  readonly fallback: Value;
  /** Takes parsed JSON of any version; undefined where it cannot be understood. */
  migrate(contents: unknown): Value | undefined;
}

/** One small file, read once when opened and kept in memory; this app is the only one to write it. */
export interface SettingsFile<Value extends object> {
  read(): Value;
  /** Replaces the whole contents on disk, or refuses with code `disk` and leaves them as they were. */
  write(value: Value): Result<void, AppError>;
}

/**
 * Opens a small file of this installation in `folder`. A file that cannot be used is set aside under a new name and
 * the fallback is used; `notices` then says so. Where not even that works, nothing is ever written over the file.
 */
export async function openSettingsFile<Value extends object>(
  folder: string,
  format: SettingsFormat<Value>,
  now: () => Date,
): Promise<{ readonly file: SettingsFile<Value>; readonly notices: readonly AppError[] }> {
  const path = join(folder, `${format.name}.json`);
  const opened = readContents(folder, format);
  if (opened.ok) return { file: fileOf(opened.value.store, opened.value.contents, path), notices: [] };
  if (opened.error.code === 'disk') return { file: unwritable(format.fallback, opened.error), notices: [opened.error] };

  const aside = await setAside(path, now());
  if (!aside.ok) return { file: unwritable(format.fallback, aside.error), notices: [opened.error, aside.error] };
  const notice: AppError = { ...opened.error, next: `It was kept as ${aside.value}. Enter what is missing again.` };
  const fresh = readContents(folder, format);
  return fresh.ok
    ? { file: fileOf(fresh.value.store, fresh.value.contents, path), notices: [notice] }
    : { file: unwritable(format.fallback, fresh.error), notices: [notice, fresh.error] };
}

type Store = ElectronStore<Record<string, unknown>>;

function readContents<Value extends object>(
  folder: string,
  format: SettingsFormat<Value>,
): Result<{ readonly store: Store; readonly contents: Value }, AppError> {
  const path = join(folder, `${format.name}.json`);
  let detail = 'The contents have another shape, or were written by a newer version of Reader Desk.';
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
    const contents = Object.keys(raw).length === 0 ? format.fallback : format.migrate(raw);
    if (contents) return ok({ store, contents });
  } catch (error) {
    if (systemCode(error) !== '') return fail(diskError(error, path));
    detail = error instanceof Error ? error.message : String(error);
  }
  return fail({ code: 'corrupt-file', message: `The file with ${format.what} could not be read.`, next: '', detail });
}

/** The library takes any JSON but an object for an empty file, and would write over it. */
function parseObject(text: string): Record<string, unknown> {
  const contents: unknown = JSON.parse(text);
  if (typeof contents !== 'object' || contents === null || Array.isArray(contents)) {
    throw new SyntaxError('The file holds JSON, but not an object.');
  }
  return Object.fromEntries(Object.entries(contents));
}

function fileOf<Value extends object>(store: Store, contents: Value, path: string): SettingsFile<Value> {
  let current = contents;
  return {
    read: () => current,
    write(value) {
      try {
        store.store = Object.fromEntries(Object.entries(value));
      } catch (error) {
        return fail(diskError(error, path));
      }
      current = value;
      return ok(undefined);
    },
  };
}

function unwritable<Value extends object>(contents: Value, error: AppError): SettingsFile<Value> {
  return { read: () => contents, write: () => fail(error) };
}
