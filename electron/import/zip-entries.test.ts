import { deflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { kindOfFile, kindOfZip } from './foreign-file.ts';
import { readWorkbook } from './read-workbook.ts';
import { unpacksWithin, zipEntries } from './zip-entries.ts';

/** A ZIP file of deflated entries that declare the sizes they are told to. */
function zipOf(
  files: readonly { readonly name: string; readonly data: Buffer; readonly declaredBytes?: number }[],
): Buffer {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, data, declaredBytes = data.length } of files) {
    const packed = deflateRawSync(data);
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(8, 8);
    local.writeUInt32LE(packed.length, 18);
    local.writeUInt32LE(declaredBytes, 22);
    local.writeUInt16LE(name.length, 26);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(8, 10);
    entry.writeUInt32LE(packed.length, 20);
    entry.writeUInt32LE(declaredBytes, 24);
    entry.writeUInt16LE(name.length, 28);
    entry.writeUInt32LE(offset, 42);
    locals.push(local, Buffer.from(name), packed);
    directory.push(entry, Buffer.from(name));
    offset += 30 + name.length + packed.length;
  }
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(files.length, 10);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, ...directory, end]);
}

const megabyte = Buffer.alloc(1024 * 1024);

it('lists the entries, also behind a comment', () => {
  const zip = Buffer.concat([zipOf([{ name: 'a.xml', data: Buffer.from('<a/>') }]), Buffer.from('a comment')]);
  expect(zipEntries(zip)).toMatchObject([{ name: 'a.xml', declaredBytes: 4, method: 8, offset: 0 }]);
  expect(zipEntries(Buffer.from('no zip at all, but long enough for one'))).toBeNull();
});

describe('what a file unpacks to', () => {
  const within = (zip: Buffer, most: number) => unpacksWithin(zip, zipEntries(zip) ?? [], most);

  it('is counted over all entries', () => {
    const zip = zipOf([
      { name: 'a.xml', data: megabyte },
      { name: 'b.xml', data: megabyte },
    ]);
    expect(within(zip, 2 * megabyte.length)).toBe(true);
    expect(within(zip, 2 * megabyte.length - 1)).toBe(false);
  });

  it('is not believed where an entry declares less', () => {
    const zip = zipOf([{ name: 'a.xml', data: megabyte, declaredBytes: 10 }]);
    expect(within(zip, megabyte.length - 1)).toBe(false);
  });

  it('is unknown where an entry is damaged', () => {
    const zip = zipOf([{ name: 'a.xml', data: Buffer.from('text that is deflated') }]);
    zip.fill(0xff, 36, 42);
    expect(within(zip, 1_000)).toBeNull();
  });
});

it('refuses a workbook that declares gigabytes without unpacking it', async () => {
  const zip = zipOf([
    { name: 'xl/workbook.xml', data: Buffer.from('<workbook/>') },
    { name: 'xl/worksheets/sheet1.xml', data: megabyte, declaredBytes: 0xf000_0000 },
  ]);
  expect(await readWorkbook(zip)).toEqual({ ok: false, error: { code: 'workbook too large' } });
});

it('refuses a small workbook that unpacks to a hundred times its size', async () => {
  const zip = zipOf([
    { name: 'xl/workbook.xml', data: Buffer.from('<workbook/>') },
    { name: 'xl/worksheets/sheet1.xml', data: Buffer.alloc(20 * megabyte.length) },
  ]);
  expect(await readWorkbook(zip)).toEqual({ ok: false, error: { code: 'workbook too large' } });
});

it.each([
  [['xl/workbook.xml', 'xl/styles.xml'], null],
  [['xl/workbook.bin'], 'binary Excel'],
  [['mimetype', 'content.xml', 'META-INF/manifest.xml'], 'OpenDocument'],
  [['Index/Document.iwa', 'preview.jpg'], 'Numbers'],
  [['readers.csv'], 'ZIP'],
])('tells what a ZIP is: %j', (names, kind) => {
  expect(kindOfZip(names)).toBe(kind);
});

it('takes no text for another kind of file', () => {
  expect(kindOfFile(Buffer.from('PKW,Name\n1,Lobby\n'))).toBeNull();
});
