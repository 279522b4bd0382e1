import fs, { constants, lstatSync, type PathLike, readdirSync, readFileSync } from 'node:fs';
import type { FileHandle } from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';
import { dirname, join, relative, resolve } from 'node:path';

// What programs do to the files of one folder, seen from inside Node: every call that changes the disk is recorded, or made to
// fail. The product knows nothing of it. Install it before the first import of a library that keeps functions of node:fs.

/** One change of the disk. Files and folders have numbers that stay theirs when they are moved. */
export type DiskOperation =
  | {
      readonly kind: 'make';
      readonly parent: number;
      readonly name: string;
      readonly file: number;
      readonly isFolder: boolean;
    }
  | { readonly kind: 'write'; readonly file: number; readonly at: number; readonly bytes: Buffer }
  | { readonly kind: 'truncate'; readonly file: number; readonly length: number }
  | { readonly kind: 'sync'; readonly file: number }
  | {
      readonly kind: 'move';
      readonly from: { readonly parent: number; readonly name: string };
      readonly to: { readonly parent: number; readonly name: string };
      readonly file: number;
    }
  | { readonly kind: 'remove'; readonly parent: number; readonly name: string };

/** Files and folders as they were when recording began, all of them on the disk for good. */
export interface DiskStart {
  readonly entries: readonly Extract<DiskOperation, { kind: 'make' }>[];
  readonly contents: ReadonlyMap<number, Buffer>;
}

export interface Recording {
  readonly start: DiskStart;
  readonly operations: readonly DiskOperation[];
  end(): void;
}

/** The number of the folder that is recorded. */
export const root = 0;

interface Watch {
  readonly folder: string;
  readonly operations: DiskOperation[];
  readonly numbers: Map<string, number>;
  next: number;
}

interface Faults {
  readonly folder: string;
  /** Counts calls from 1; answers the code to fail this one with, e.g. `EIO`, or null. */
  readonly decide: (call: number) => string | null;
  calls: number;
}

let watch: Watch | null = null;
let faults: Faults | null = null;
let skipsSync = false;

/** Records what is done in `folder` until `end`. */
export function record(folder: string): Recording {
  const entries: DiskStart['entries'][number][] = [];
  const contents = new Map<number, Buffer>();
  const started: Watch = { folder, operations: [], numbers: new Map([[folder, root]]), next: root + 1 };
  const take = (parentPath: string, parent: number) => {
    for (const name of readdirSync(parentPath)) {
      const path = join(parentPath, name);
      const file = numberFor(started, path);
      const isFolder = lstatSync(path).isDirectory();
      entries.push({ kind: 'make', parent, name, file, isFolder });
      if (isFolder) take(path, file);
      else contents.set(file, readFileSync(path));
    }
  };
  take(folder, root);
  watch = started;
  return {
    start: { entries, contents },
    operations: started.operations,
    end() {
      watch = null;
    },
  };
}

/** Makes calls on files in `folder` fail as `decide` says; answers how to end that, and how many calls there were. */
export function failing(folder: string, decide: Faults['decide']): { end(): number } {
  const begun: Faults = { folder, decide, calls: 0 };
  faults = begun;
  return {
    end() {
      faults = null;
      return begun.calls;
    },
  };
}

/** Leaves out every sync while `run` runs: for looking at states that no power cut will follow. */
export async function withoutSync<T>(run: () => Promise<T>): Promise<T> {
  skipsSync = true;
  try {
    return await run();
  } finally {
    skipsSync = false;
  }
}

function numberFor(at: Watch, path: string): number {
  const known = at.numbers.get(path);
  if (known !== undefined) return known;
  at.next += 1;
  at.numbers.set(path, at.next);
  return at.next;
}

const isIn = (folder: string, path: string) => path === folder || !relative(folder, path).startsWith('..');

/** The path as text if it is one that is watched or may fail; null otherwise. */
function ours(path: unknown): string | null {
  if (typeof path !== 'string') return null;
  const full = resolve(path);
  return (watch && isIn(watch.folder, full)) || (faults && isIn(faults.folder, full)) ? full : null;
}

/** Throws where this call is to fail. */
function mayFail(syscall: string, path: string): void {
  if (!faults || !isIn(faults.folder, path)) return;
  faults.calls += 1;
  const code = faults.decide(faults.calls);
  if (code === null) return;
  throw Object.assign(new Error(`${code}: made to fail, ${syscall} '${path}'`), { code, syscall, path, errno: -5 });
}

function note(operation: DiskOperation): void {
  watch?.operations.push(operation);
}

const numberAt = (path: string) => watch?.numbers.get(path);

function noteMade(path: string, isFolder: boolean): void {
  if (!watch || numberAt(path) !== undefined) return;
  const parent = numberAt(dirname(path));
  if (parent === undefined) return;
  note({ kind: 'make', parent, name: relative(dirname(path), path), file: numberFor(watch, path), isFolder });
}

function noteOpened(path: string, flags: number): void {
  if (flags & constants.O_CREAT) noteMade(path, false);
  const file = numberAt(path);
  if (file !== undefined && flags & constants.O_TRUNC) note({ kind: 'truncate', file, length: 0 });
}

function noteMoved(from: string, to: string): void {
  const file = numberAt(from);
  const [fromParent, toParent] = [numberAt(dirname(from)), numberAt(dirname(to))];
  if (!watch || file === undefined || fromParent === undefined || toParent === undefined) return;
  note({
    kind: 'move',
    from: { parent: fromParent, name: relative(dirname(from), from) },
    to: { parent: toParent, name: relative(dirname(to), to) },
    file,
  });
  watch.numbers.delete(from);
  watch.numbers.set(to, file);
}

function noteRemoved(path: string): void {
  const parent = numberAt(dirname(path));
  if (!watch || parent === undefined || numberAt(path) === undefined) return;
  note({ kind: 'remove', parent, name: relative(dirname(path), path) });
  for (const known of [...watch.numbers.keys()]) if (isIn(path, known)) watch.numbers.delete(known);
}

function flagsOf(flags: unknown): number {
  if (typeof flags === 'number') return flags;
  const { O_RDONLY, O_WRONLY, O_RDWR, O_CREAT, O_TRUNC, O_EXCL, O_APPEND } = constants;
  switch (flags) {
    case 'w':
      return O_WRONLY | O_CREAT | O_TRUNC;
    case 'wx':
      return O_WRONLY | O_CREAT | O_EXCL;
    case 'a':
      return O_WRONLY | O_CREAT | O_APPEND;
    case 'r+':
      return O_RDWR;
    default:
      return O_RDONLY;
  }
}

const syncsWrites = (flags: number) => (flags & constants.O_DSYNC) !== 0;

function noteWritten(file: number | undefined, at: number, bytes: Uint8Array, flags: number): void {
  if (file === undefined) return;
  note({ kind: 'write', file, at, bytes: Buffer.from(bytes) });
  if (syncsWrites(flags)) note({ kind: 'sync', file });
}

const { promises } = fs;
const real = {
  open: promises.open,
  mkdir: promises.mkdir,
  rename: promises.rename,
  rm: promises.rm,
  truncate: promises.truncate,
  readFile: promises.readFile,
  openSync: fs.openSync,
  writeSync: fs.writeSync,
  fsyncSync: fs.fsyncSync,
  renameSync: fs.renameSync,
  unlinkSync: fs.unlinkSync,
  mkdirSync: fs.mkdirSync,
  readFileSync: fs.readFileSync,
};

/** A handle whose changes are recorded, or made to fail. */
function watched(handle: FileHandle, path: string, flags: number): FileHandle {
  const file = numberAt(path);
  let position = 0;
  const changes: Partial<Record<string | symbol, (...args: never[]) => Promise<unknown>>> = {
    async write(data: Buffer, offset = 0, length = data.length - offset, at: number | null = null) {
      mayFail('write', path);
      const written = await handle.write(data, offset, length, at);
      noteWritten(file, at ?? position, data.subarray(offset, offset + written.bytesWritten), flags);
      if (at === null) position += written.bytesWritten;
      return written;
    },
    async writeFile(data: string | Uint8Array) {
      mayFail('write', path);
      await handle.writeFile(data);
      const bytes = Buffer.from(data);
      noteWritten(file, position, bytes, flags);
      position += bytes.length;
    },
    async truncate(length = 0) {
      mayFail('ftruncate', path);
      await handle.truncate(length);
      if (file !== undefined) note({ kind: 'truncate', file, length });
    },
    sync: () => synced('fsync'),
    datasync: () => synced('fdatasync'),
  };
  async function synced(syscall: string) {
    mayFail(syscall, path);
    if (!skipsSync) await handle.sync();
    if (file !== undefined) note({ kind: 'sync', file });
  }
  return new Proxy(handle, {
    get(target, name) {
      const change = changes[name];
      if (change) return change;
      const value: unknown = Reflect.get(target, name, target);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
}

/** Descriptors of files that were opened without waiting. */
const descriptors = new Map<number, { readonly path: string; readonly flags: number; position: number }>();

let isInstalled = false;

/** Puts the recorder between this program and node:fs, for good; it lets everything through until it is asked to record. */
export function installRecorder(): void {
  if (isInstalled) return;
  isInstalled = true;
  Object.assign(promises, {
    async open(path: PathLike, flags: unknown = 'r', mode?: number) {
      const at = ours(path);
      if (at === null) return real.open(path, flags as string, mode);
      mayFail('open', at);
      const number = flagsOf(flags);
      const handle = await real.open(path, skipsSync ? number & ~constants.O_SYNC : number, mode);
      noteOpened(at, number);
      return watched(handle, at, number);
    },
    async mkdir(path: PathLike, options?: { recursive?: boolean; mode?: number }) {
      const at = ours(path);
      if (at === null) return real.mkdir(path, options);
      mayFail('mkdir', at);
      const first = await real.mkdir(path, options);
      noteFolders(at);
      return first;
    },
    async rename(from: PathLike, to: PathLike) {
      const [fromAt, toAt] = [ours(from), ours(to)];
      if (fromAt === null || toAt === null) return real.rename(from, to);
      mayFail('rename', fromAt);
      await real.rename(from, to);
      noteMoved(fromAt, toAt);
    },
    async rm(path: PathLike, options?: { force?: boolean; recursive?: boolean }) {
      const at = ours(path);
      if (at === null) return real.rm(path, options);
      mayFail('unlink', at);
      await real.rm(path, options);
      noteRemoved(at);
    },
    async truncate(path: PathLike, length = 0) {
      const at = ours(path);
      if (at === null) return real.truncate(path, length);
      mayFail('truncate', at);
      await real.truncate(path, length);
      const file = numberAt(at);
      if (file !== undefined) note({ kind: 'truncate', file, length });
    },
    async readFile(path: PathLike, options?: never) {
      const at = ours(path);
      if (at !== null) mayFail('read', at);
      return real.readFile(path, options);
    },
  });
  Object.assign(fs, {
    openSync(path: PathLike, flags: unknown = 'r', mode?: number) {
      const at = ours(path);
      if (at === null) return real.openSync(path, flags as string, mode);
      mayFail('open', at);
      const number = flagsOf(flags);
      const descriptor = real.openSync(path, number, mode);
      noteOpened(at, number);
      descriptors.set(descriptor, { path: at, flags: number, position: 0 });
      return descriptor;
    },
    writeSync(descriptor: number, data: string | Uint8Array, ...rest: never[]) {
      const at = descriptors.get(descriptor);
      if (at) mayFail('write', at.path);
      const written = real.writeSync(descriptor, data as Uint8Array, ...rest);
      if (at) {
        noteWritten(numberAt(at.path), at.position, Buffer.from(data).subarray(0, written), at.flags);
        at.position += written;
      }
      return written;
    },
    fsyncSync(descriptor: number) {
      const at = descriptors.get(descriptor);
      if (at) mayFail('fsync', at.path);
      if (!skipsSync) real.fsyncSync(descriptor);
      const file = at && numberAt(at.path);
      if (file !== undefined) note({ kind: 'sync', file });
    },
    closeSync: withForgetting(fs.closeSync),
    renameSync(from: PathLike, to: PathLike) {
      const [fromAt, toAt] = [ours(from), ours(to)];
      if (fromAt === null || toAt === null) return real.renameSync(from, to);
      mayFail('rename', fromAt);
      real.renameSync(from, to);
      noteMoved(fromAt, toAt);
    },
    unlinkSync(path: PathLike) {
      const at = ours(path);
      if (at !== null) mayFail('unlink', at);
      real.unlinkSync(path);
      if (at !== null) noteRemoved(at);
    },
    mkdirSync(path: PathLike, options?: { recursive?: boolean; mode?: number }) {
      const at = ours(path);
      if (at !== null) mayFail('mkdir', at);
      const first = real.mkdirSync(path, options);
      if (at !== null) noteFolders(at);
      return first;
    },
    readFileSync(path: PathLike, options?: never) {
      const at = ours(path);
      if (at !== null) mayFail('read', at);
      return real.readFileSync(path, options);
    },
  });
  syncBuiltinESMExports();
}

function withForgetting(closeSync: typeof fs.closeSync): typeof fs.closeSync {
  return (descriptor) => {
    descriptors.delete(descriptor);
    closeSync(descriptor);
  };
}

/** Notes a folder and those above it that are new. */
function noteFolders(path: string): void {
  if (!watch || !isIn(watch.folder, path)) return;
  if (path !== watch.folder) noteFolders(dirname(path));
  noteMade(path, true);
}
