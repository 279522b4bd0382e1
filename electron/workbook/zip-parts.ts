import { type Entry, fromBufferPromise, getFileNameLowLevel, type ZipFile } from 'yauzl';
import type { WorkbookRefusal } from '../../core/import/import-refusal.ts';
import { fail, ok, type Result } from '../../core/result.ts';

export interface ZipLimits {
  readonly parts: number;
  /** What all parts that are read may unpack to. 100,000 rows of five columns are some 30 MB. */
  readonly unpackedBytes: number;
}

const zipLimits: ZipLimits = { parts: 10_000, unpackedBytes: 256 * 1024 * 1024 };

/**
 * The parts of a ZIP file that its central directory lists; nothing else in the file is looked at. Each is unpacked when
 * it is asked for, and all of them together to at most the limit, counted while they unpack.
 */
export class ZipParts {
  private leftBytes: number;

  private constructor(
    private readonly zip: ZipFile,
    /** By their names in lower case: the names of parts differ by more than case. */
    private readonly entries: ReadonlyMap<string, Entry>,
    { unpackedBytes }: ZipLimits,
  ) {
    this.leftBytes = unpackedBytes;
  }

  static async open(bytes: Buffer, limits = zipLimits): Promise<Result<ZipParts, WorkbookRefusal>> {
    try {
      const zip = await fromBufferPromise(bytes, { decodeStrings: false });
      const entries = new Map<string, Entry>();
      for await (const entry of zip.eachEntry()) {
        if (entries.size >= limits.parts) return fail({ code: 'workbook too large', what: 'parts' });
        const name = getFileNameLowLevel(entry.generalPurposeBitFlag, entry.fileNameRaw, entry.extraFields, false);
        const key = partKey(name);
        // Two parts of one name: Excel opens no such file either, and which of them is meant nobody knows.
        if (entries.has(key)) return fail(damaged('part twice', name));
        entries.set(key, entry);
      }
      return ok(new ZipParts(zip, entries, limits));
    } catch {
      return fail(damaged('no directory'));
    }
  }

  /** Their names in lower case, with slashes and none at the beginning. */
  get names(): readonly string[] {
    return [...this.entries.keys()];
  }

  has(name: string): boolean {
    return this.entries.has(partKey(name));
  }

  /** A part as text. Refuses one that is missing, cannot be unpacked, or unpacks to more than is left. */
  async text(name: string): Promise<Result<string, WorkbookRefusal>> {
    const entry = this.entries.get(partKey(name));
    if (!entry) return fail(damaged('part missing', name));
    if (entry.isEncrypted()) return fail(damaged('part encrypted', name));
    // What it declares is a promise: unpacking stops where it is broken.
    if (entry.uncompressedSize > this.leftBytes) return fail({ code: 'workbook too large', what: 'unpacked' });
    this.leftBytes -= entry.uncompressedSize;
    const bytes = await this.unpack(entry);
    const text = bytes && decodeXml(bytes);
    return text === null ? fail(damaged('cannot unpack', name)) : ok(text);
  }

  /** Null where the part is damaged, or unpacks to more or less than it declares. */
  private async unpack(entry: Entry): Promise<Buffer | null> {
    try {
      const chunks: Buffer[] = [];
      for await (const chunk of await this.zip.openReadStreamPromise(entry)) chunks.push(chunk);
      return Buffer.concat(chunks);
    } catch {
      return null;
    }
  }
}

function damaged(what: 'no directory'): WorkbookRefusal;
function damaged(
  what: 'part twice' | 'part missing' | 'part encrypted' | 'cannot unpack',
  part: string,
): WorkbookRefusal;
function damaged(
  what: Extract<WorkbookRefusal, { code: 'damaged workbook' }>['what'],
  part: string | null = null,
): WorkbookRefusal {
  return { code: 'damaged workbook', what, part };
}

/** Some programs write backslashes, or a slash first. */
function partKey(name: string): string {
  return name.replaceAll('\\', '/').replace(/^\/+/, '').toLowerCase();
}

/** XML is UTF-8 unless it begins with a mark or says otherwise. Null for an encoding that is not known. */
function decodeXml(bytes: Buffer): string | null {
  try {
    return new TextDecoder(encodingOf(bytes), { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

function encodingOf(bytes: Buffer): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  const [, declared] = /^<\?xml[^>]*\sencoding\s*=\s*["']([\w.:-]+)/.exec(bytes.toString('latin1', 0, 200)) ?? [];
  return declared ?? 'utf-8';
}
