import { constants } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { AppError } from '../../core/app-error.ts';
import { fail, ok, type Result } from '../../core/result.ts';
import { makeFolder, syncFolder } from './atomic-file.ts';
import { diskError } from './disk-error.ts';

/**
 * Linux syncs each write by itself: one way through the system's threads instead of two. macOS would leave it in the disk's
 * own cache, and Windows is asked by other means, so there a sync follows.
 */
const syncsItself = process.platform === 'linux';
const newFile = constants.O_CREAT | constants.O_TRUNC;
const writeOnly = constants.O_WRONLY | (syncsItself ? constants.O_DSYNC : 0);

/**
 * A file that only grows, line by line, and never shows half a line to a later reader: what an append could not write to
 * its end is cut off again. It is made with the first append, so that reading a draft writes nothing.
 */
export class JournalFile {
  private handle: FileHandle | null = null;

  /**
   * `header` is the first line of a new file, or makes it where that takes long; it is made anew where it could not be
   * written. `endBytes` is where the usable part of an existing file ends, else 0.
   */
  constructor(
    readonly path: string,
    private readonly header: string | (() => Promise<Buffer>),
    private endBytes: number,
  ) {}

  /** The usable length in bytes. */
  get bytes(): number {
    return this.endBytes;
  }

  /** Appends whole lines; ok means they are on disk. On a refusal the file is as it was before. */
  async append(lines: string): Promise<Result<void, AppError>> {
    try {
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

  private async open(): Promise<FileHandle> {
    await makeFolder(dirname(this.path));
    const handle = await open(this.path, this.endBytes === 0 ? writeOnly | newFile : writeOnly, 0o600);
    try {
      // A line that was torn by a crash, or that an earlier append could not cut off.
      await handle.truncate(this.endBytes);
      await handle.sync();
      await syncFolder(dirname(this.path));
      return handle;
    } catch (error) {
      await handle.close();
      throw error;
    }
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

  /** Takes back what a failed append may have left. Where even that fails, the next append tries again on opening. */
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
