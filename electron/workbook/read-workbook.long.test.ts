import fc from 'fast-check';
import { expect, it } from 'vitest';
import { workbookFile, workbookParts } from '../testing/workbook-file.ts';
import { zipFile } from '../testing/zip-file.ts';
import { readWorkbook } from './read-workbook.ts';

const minutes = 5;
const slowestMs = 5_000;

/** Reads it, and finds fault with nothing but an exception, a long wait, or memory that grows. */
async function readAndTime(bytes: Buffer): Promise<void> {
  const began = performance.now();
  await readWorkbook(bytes);
  expect(performance.now() - began).toBeLessThan(slowestMs);
}

const forMinutes = { numRuns: 1_000_000, interruptAfterTimeLimit: minutes * 60_000, markInterruptAsFailure: false };
const rows = [
  ['Reader ID', 'Reader name'],
  ['00123', 'Lobby'],
];
const good = [
  workbookFile([{ name: 'S', rows }], { texts: 'shared' }),
  workbookFile([{ name: 'S', rows }], { zip: { isStreamed: true, isZip64: true }, texts: 'rich' }),
];

it(
  'no file that is cut or changed makes it throw, wait or grow',
  async () => {
    const change = fc.tuple(fc.nat(), fc.nat(255));
    const before = process.memoryUsage.rss();
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...good),
        fc.nat(),
        fc.array(change, { maxLength: 8 }),
        async (file, cut, changes) => {
          const bytes = Buffer.from(cut % 4 === 0 ? file.subarray(0, cut % file.length) : file);
          for (const [at, byte] of changes) if (bytes.length > 0) bytes[at % bytes.length] = byte;
          await readAndTime(bytes);
        },
      ),
      forMinutes,
    );
    expect(process.memoryUsage.rss() - before).toBeLessThan(800 * 1024 * 1024);
  },
  (minutes + 1) * 60_000,
);

it(
  'no part of any XML makes it throw, wait or grow',
  async () => {
    const piece = fc.oneof(
      fc.constantFrom(
        '<sheetData>',
        '</sheetData>',
        '<row r="1">',
        '<row r="1048576" hidden="1">',
        '<row>',
        '</row>',
        '<c r="A1" t="s">',
        '<c>',
        '<c r="XFD1"/>',
        '<c r="ALL7" s="1">',
        '</c>',
        '<v>',
        '</v>',
        '<is>',
        '</is>',
        '<t>',
        '</t>',
        '<f>',
        '</f>',
        '<rPh>',
        '<![CDATA[',
        ']]>',
        '<!--',
        '-->',
        '<?x',
        '?>',
        '<!DOCTYPE a>',
        '&amp;',
        '&#134071;',
        '&#xD800;',
        '&#x110000;',
        '&x;',
        '&',
        '<',
        '>',
        '<mergeCell ref="A1:B1048576"/>',
        '1E308',
        '12345678901234567890',
        '-1',
        '"',
        "'",
        '=',
        '\u0000',
      ),
      fc.string(),
    );
    const xml = fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join(''));
    const part = fc.constantFrom(
      'sheet1.xml',
      'sharedStrings.xml',
      'styles.xml',
      'workbook.xml',
      'workbook.xml.rels',
      '.rels',
    );
    await fc.assert(
      fc.asyncProperty(part, xml, fc.boolean(), async (name, inner, isBare) => {
        const parts = workbookParts([{ name: 'S', rows }], { texts: 'shared' }).map((each) =>
          each.name.endsWith(name)
            ? {
                name: each.name,
                data: Buffer.from(isBare ? inner : each.data.toString().replace(/(?=<\/\w+>$)/, inner)),
              }
            : each,
        );
        await readAndTime(zipFile(parts));
      }),
      forMinutes,
    );
  },
  (minutes + 1) * 60_000,
);
