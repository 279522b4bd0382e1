import { constants } from 'node:fs';
import { access, type FileHandle, open } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { AppError } from '../../core/app-error.ts';
import { fail, ok, type Result } from '../../core/result.ts';
import { writeFileAtomic } from './atomic-file.ts';
import { diskError } from './disk-error.ts';
import { makeFolder, syncFolder } from './durable-folder.ts';
import { type FileIdentity, identityOf, isMissing, leadsTo } from './file-identity.ts';

/**
 * Linux syncs each write by itself: one way through the system's threads instead of two. macOS would leave it in the disk's
 * own cache, and Windows is asked by other means, so there a sync follows.
 */
const syncsItself = process.platform === 'linux';
const newFile = constants.O_CREAT | constants.O_TRUNC;
const readWrite = constants.O_RDWR | (syncsItself ? constants.O_DSYNC : 0);

export interface JournalFileOptions {
  /**
   * What an append does if the path no longer leads to the file, as after a backup or sync program removed it or put a copy
   * in its place. `rewrite`: writes everything anew there and goes on. `rewrite and refuse`: does so and refuses this append.
   * `refuse` (the default): refuses, and `isReplaced` says why.
   */
  readonly whenReplaced?: 'refuse' | 'rewrite' | 'rewrite and refuse';
  /** Everything the file holds, to write it anew while it is not open. */
  readonly contents?: () => string;
  /** A new file goes on from one of these. If none is there, the folder was removed, and the file is not made. */
  readonly standsOn?: readonly string[];
}

/**
 * A file that only grows, line by line, and never shows half a line to a later reader: what an append could not write to
 * its end is cut off again. It is made with the first append, so that reading a draft writes nothing.
 */
export class JournalFile {
  private handle: FileHandle | null = null;
  /** Which file the lines are in; null as long as it was never open. */
  private identity: FileIdentity | null = null;
  private replaced = false;

  /**
   * `header` is the first line of a new file, or makes it if that takes long; it is made again if it could not be
   * written. `endBytes` is where the usable part of an existing file ends, else 0.
   */
  constructor(
    readonly path: string,
    private readonly header: string | (() => Promise<Buffer>),
    private endBytes: number,
    private readonly options: JournalFileOptions = {},
  ) {}

  /** The usable length in bytes. */
  get bytes(): number {
    return this.endBytes;
  }

  /** The last append was refused because the path leads to another file, or to none. */
  get isReplaced(): boolean {
    return this.replaced;
  }

  /** Appends whole lines; ok means they are on disk, where the path leads. On a refusal the file is as it was before. */
  async append(lines: string): Promise<Result<void, AppError>> {
    try {
      this.replaced = !(await this.openInPlace());
      if (this.replaced) {
        const rewritten = await this.rewrite();
        if (!rewritten.ok) return rewritten;
      }
      const handle = this.handle ?? (await this.open());
      this.handle = handle;
      const first = this.endBytes === 0 ? [await this.firstLine()] : [];
      await this.write(handle, Buffer.concat([...first, Buffer.from(lines)]));
      return ok(undefined);
    } catch (error) {
      await this.cutOff();
      return fail(diskError(error, this.path));
    }
  }

  async close(): Promise<void> {
    const handle = this.handle;
    this.handle = null;
    await handle?.close().catch(() => {
      // Every line was on disk before it was answered for; a failing close takes nothing back.
    });
  }

  private async firstLine(): Promise<Buffer> {
    return typeof this.header === 'string' ? Buffer.from(this.header) : this.header();
  }

  /** Opens a file that has lines, unless it is open. False if the path leads to another file, or to none. */
  private async openInPlace(): Promise<boolean> {
    if (this.handle && this.identity && (await leadsTo(this.path, this.identity))) return true;
    if (this.endBytes === 0) {
      await this.close();
      return this.hasGround();
    }
    if (this.handle) return false;
    let handle: FileHandle;
    try {
      handle = await open(this.path, readWrite);
    } catch (error) {
      if (isMissing(error)) return false;
      throw error;
    }
    try {
      const found = await identityOf(handle);
      const before = this.identity ?? found;
      const isSame = found.device === before.device && found.number === before.number;
      if (!isSame || (await handle.stat()).size < this.endBytes) {
        await handle.close();
        return false;
      }
      this.handle = await this.cutToEnd(handle);
      this.identity = found;
      return true;
    } catch (error) {
      await handle.close().catch(() => {});
      throw error;
    }
  }

  /** Whether what a new file goes on from is still there. */
  private async hasGround(): Promise<boolean> {
    const { standsOn = [] } = this.options;
    if (standsOn.length === 0) return true;
    for (const path of standsOn) {
      const isThere = await access(path).then(
        () => true,
        () => false,
      );
      if (isThere) return true;
    }
    return false;
  }

  /** Makes the file. */
  private async open(): Promise<FileHandle> {
    await makeFolder(dirname(this.path));
    const handle = await open(this.path, readWrite | newFile, 0o600);
    try {
      await this.cutToEnd(handle);
      this.identity = await identityOf(handle);
      return handle;
    } catch (error) {
      await handle.close();
      throw error;
    }
  }

  /** Cuts off a line that was torn by a crash, or that an earlier append could not cut off. */
  private async cutToEnd(handle: FileHandle): Promise<FileHandle> {
    await handle.truncate(this.endBytes);
    await handle.sync();
    await syncFolder(dirname(this.path));
    return handle;
  }

  /** Writes everything anew where the path leads, as far as `whenReplaced` says so and it is known. */
  private async rewrite(): Promise<Result<void, AppError>> {
    const { whenReplaced = 'refuse', contents } = this.options;
    if (whenReplaced === 'refuse') return fail(replacedError(this.path));
    // The file is still there for whoever has it open, even without a name.
    const everything = this.handle ? await this.readAll(this.handle) : contents && Buffer.from(contents());
    if (!everything) return fail(replacedError(this.path));
    await this.close();
    const written = await writeFileAtomic(this.path, everything);
    if (!written.ok) return written;
    this.identity = null;
    this.endBytes = everything.length;
    if (!(await this.openInPlace())) return fail(replacedError(this.path));
    if (whenReplaced === 'rewrite and refuse') return fail(replacedError(this.path));
    this.replaced = false;
    return ok(undefined);
  }

  private async readAll(handle: FileHandle): Promise<Buffer> {
    const everything = Buffer.alloc(this.endBytes);
    let read = 0;
    while (read < everything.length) {
      const { bytesRead } = await handle.read(everything, read, everything.length - read, read);
      if (bytesRead === 0) throw new Error('The file became shorter while it was open.');
      read += bytesRead;
    }
    return everything;
  }

  private async write(handle: FileHandle, data: Buffer): Promise<void> {
    let written = 0;
    while (written < data.length) {
      const { bytesWritten } = await handle.write(data, written, data.length - written, this.endBytes + written);
      written += bytesWritten;
    }
    if (!syncsItself) await handle.datasync();
    this.endBytes += data.length;
  }

  /** Takes back what a failed append may have left. If even that fails, the next append tries again on opening. */
  private async cutOff(): Promise<void> {
    const handle = this.handle;
    if (!handle) return;
    try {
      await handle.truncate(this.endBytes);
      await handle.datasync();
    } catch {
      // The append's own failure is what the person hears of; opening the file again repeats the cut.
      this.handle = null;
      await handle.close().catch(() => {});
    }
  }
}

function replacedError(path: string): AppError {
  return {
    code: 'disk',
    message: `The file ${path} was removed or replaced while Reader Desk was using it, so nothing more can be saved in it.`,
    next: 'Check whether a backup or sync program works on this folder and exclude the folder from it, then try again.',
  };
}
