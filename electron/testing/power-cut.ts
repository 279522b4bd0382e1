import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type DiskOperation, type DiskStart, root } from './recorded-disk.ts';

/**
 * What a file system leaves after a power cut. `ext4`: every sync brings all earlier changes of names with it, in order.
 * `btrfs`: a sync brings its own file or folder; the rest goes in order, up to some point. `strict`: nothing but what was
 * synced, a name only with its folder; anything else may be there or not.
 */
export const diskModels = ['ext4', 'btrfs', 'strict'] as const;
export type DiskModel = (typeof diskModels)[number];

type Draw = (limit: number) => number;
type NameChange = Extract<DiskOperation, { kind: 'make' | 'move' | 'remove' }>;

/** A disk after a power cut: the contents of every file that has a name, by path, and the folders. */
export interface DiskState {
  readonly files: ReadonlyMap<string, Buffer>;
  readonly folders: readonly string[];
}

interface Cut {
  readonly start: DiskStart;
  /** What was done until the cut. */
  readonly operations: readonly DiskOperation[];
  readonly model: DiskModel;
  /** How much of what was not synced is there: nothing, all, or what is drawn. */
  readonly unsynced: 'none' | 'all' | Draw;
}

/** One state that the model allows. */
export function stateAfter({ start, operations, model, unsynced }: Cut): DiskState {
  const kept = keptNames(operations, model, unsynced);
  const names = new Map<number, Map<string, number>>([[root, new Map()]]);
  const folders = new Set([root]);
  const apply = (change: NameChange) => {
    const inFolder = (number: number) => {
      const found = names.get(number) ?? new Map<string, number>();
      names.set(number, found);
      return found;
    };
    if (change.kind === 'make') {
      inFolder(change.parent).set(change.name, change.file);
      if (change.isFolder) folders.add(change.file);
    } else if (change.kind === 'move') {
      const from = inFolder(change.from.parent);
      if (from.get(change.from.name) === change.file) from.delete(change.from.name);
      inFolder(change.to.parent).set(change.to.name, change.file);
    } else inFolder(change.parent).delete(change.name);
  };
  for (const entry of start.entries) apply(entry);
  for (const change of kept) apply(change);

  const files = new Map<string, Buffer>();
  const folderPaths: string[] = [];
  const walk = (folder: number, path: string) => {
    for (const [name, number] of names.get(folder) ?? []) {
      const at = join(path, name);
      if (folders.has(number)) {
        folderPaths.push(at);
        walk(number, at);
      } else files.set(at, contentsOf(number, start, operations, unsynced));
    }
  };
  walk(root, '');
  return { files, folders: folderPaths };
}

/** Writes a state into an empty folder. */
export function putOnDisk({ files, folders }: DiskState, folder: string): void {
  for (const path of folders) mkdirSync(join(folder, path), { recursive: true });
  for (const [path, contents] of files) writeFileSync(join(folder, path), contents, { mode: 0o600 });
}

const isNameChange = ({ kind }: DiskOperation) => kind === 'make' || kind === 'move' || kind === 'remove';

/** The changes of names that are there after the cut, in order. */
function keptNames(operations: readonly DiskOperation[], model: DiskModel, unsynced: Cut['unsynced']): NameChange[] {
  const isKept = keeps(operations, model, unsynced);
  return operations.flatMap((operation, at) =>
    (operation.kind === 'make' || operation.kind === 'move' || operation.kind === 'remove') && isKept(operation, at)
      ? [operation]
      : [],
  );
}

function keeps(
  operations: readonly DiskOperation[],
  model: DiskModel,
  unsynced: Cut['unsynced'],
): (change: NameChange, at: number) => boolean {
  if (unsynced === 'all') return () => true;
  const upTo = (least: number) => (unsynced === 'none' ? least : least + unsynced(operations.length - least + 1));
  const lastSync = operations.findLastIndex(({ kind }) => kind === 'sync');
  if (model === 'ext4') {
    const committed = upTo(lastSync + 1);
    return (_change, at) => at < committed;
  }
  const committed = model === 'btrfs' ? upTo(0) : 0;
  return (change, at) => {
    if (at < committed) return true;
    const isSynced = operations.some(
      (later, index) => index > at && later.kind === 'sync' && brings(later.file, change, model),
    );
    return isSynced || (model === 'strict' && unsynced !== 'none' && unsynced(2) === 1);
  };
}

/** Whether the sync of a file or folder brings a change of names with it. */
function brings(synced: number, change: NameChange, model: DiskModel): boolean {
  const parents = change.kind === 'move' ? [change.from.parent, change.to.parent] : [change.parent];
  const isOwn = model === 'btrfs' && change.kind !== 'remove' && change.file === synced;
  return isOwn || parents.includes(synced);
}

const blockBytes = 512;

/** A file's contents: what was synced, and as much of the writes after that as there is. */
function contentsOf(
  file: number,
  start: DiskStart,
  operations: readonly DiskOperation[],
  unsynced: Cut['unsynced'],
): Buffer {
  const own = operations.filter(
    (operation) => !isNameChange(operation) && 'file' in operation && operation.file === file,
  );
  const synced = own.findLastIndex(({ kind }) => kind === 'sync') + 1;
  const pending = own.slice(synced);
  let contents = start.contents.get(file) ?? Buffer.alloc(0);
  for (const operation of own.slice(0, synced)) contents = changed(contents, operation);
  if (unsynced === 'none') return contents;
  const whole = unsynced === 'all' ? pending.length : unsynced(pending.length + 1);
  for (const operation of pending.slice(0, whole)) contents = changed(contents, operation);
  const next = pending[whole];
  if (unsynced !== 'all' && next?.kind === 'write' && unsynced(3) > 0)
    contents = changed(contents, torn(next, unsynced));
  return contents;
}

function changed(contents: Buffer, operation: DiskOperation): Buffer {
  if (operation.kind === 'truncate') {
    const { length } = operation;
    return length <= contents.length ? contents.subarray(0, length) : padded(contents, length);
  }
  if (operation.kind !== 'write') return contents;
  const { at, bytes } = operation;
  const grown = padded(contents, Math.max(contents.length, at + bytes.length));
  bytes.copy(grown, at);
  return grown;
}

function padded(contents: Buffer, length: number): Buffer {
  const grown = Buffer.alloc(length);
  contents.copy(grown);
  return grown;
}

type Write = Extract<DiskOperation, { kind: 'write' }>;

/** A write of which only the beginning arrived, or only some blocks, with zeros between. */
function torn(write: Write, draw: Draw): Write {
  if (draw(2) === 0) return { ...write, bytes: write.bytes.subarray(0, draw(write.bytes.length + 1)) };
  const bytes = Buffer.from(write.bytes);
  // A disk writes blocks; small ones here, so that short lines are torn, too.
  const size = draw(2) === 0 ? blockBytes : 16;
  for (let from = 0; from < bytes.length; from += size) {
    if (draw(2) === 0) bytes.fill(0, from, Math.min(bytes.length, from + size));
  }
  return { ...write, bytes };
}
