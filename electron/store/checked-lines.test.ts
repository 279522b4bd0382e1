import fc from 'fast-check';
import { expect, it } from 'vitest';
import { checkedLine, checkedLineOfParts, readCheckedLines } from './checked-lines.ts';

const someLines = fc.array(fc.jsonValue(), { minLength: 1, maxLength: 5 });
const plain = (values: unknown) => JSON.parse(JSON.stringify(values));

it('gives back the values and where their lines end', () => {
  fc.assert(
    fc.property(someLines, (values) => {
      const lines = values.map(checkedLine);
      const bytes = Buffer.from(lines.join(''));
      const ends = lines.map((_, index) => Buffer.byteLength(lines.slice(0, index + 1).join('')));
      expect(readCheckedLines(bytes)).toEqual({ values: plain(values), ends, end: 'whole' });
    }),
  );
});

it('is the same line from its JSON in parts, wherever it was parted', async () => {
  await fc.assert(
    fc.asyncProperty(fc.jsonValue(), fc.array(fc.nat()), async (value, places) => {
      const letters = [...JSON.stringify(value)];
      const ends = [...places.map((place) => place % letters.length), letters.length].sort((a, b) => a - b);
      const parts = ends.map((end, index) => letters.slice(ends[index - 1] ?? 0, end).join(''));
      expect((await checkedLineOfParts(parts)).toString()).toBe(checkedLine(value));
    }),
  );
});

it('knows a file that was cut off anywhere, and keeps the lines before', () => {
  fc.assert(
    fc.property(someLines, fc.nat(), (values, where) => {
      const bytes = Buffer.from(values.map(checkedLine).join(''));
      const cut = bytes.subarray(0, where % bytes.length);
      const whole = cut.toString('latin1').split('\n').length - 1;
      const read = readCheckedLines(cut);
      expect(read.values).toEqual(plain(values.slice(0, whole)));
      expect(read.end).toBe(cut.length === (read.ends.at(-1) ?? 0) ? 'whole' : 'torn');
    }),
  );
});

it('knows any flipped bit', () => {
  fc.assert(
    fc.property(someLines, fc.nat(), fc.nat(7), (values, where, bit) => {
      const bytes = Buffer.from(values.map(checkedLine).join(''));
      const at = where % bytes.length;
      bytes.writeUInt8(bytes.readUInt8(at) ^ (1 << bit), at);
      const read = readCheckedLines(bytes);
      expect(read.end).not.toBe('whole');
      expect(read.values).toEqual(plain(values.slice(0, read.values.length)));
    }),
  );
});

it('takes zeros in the last line, as a power cut leaves them, for an unfinished line', () => {
  const [first, second] = [Buffer.from(checkedLine({ seq: 1 })), Buffer.from(checkedLine({ seq: 2 }))];
  const holed = Buffer.concat([Buffer.alloc(12), second.subarray(12)]);
  for (const rest of [Buffer.alloc(4096), holed]) {
    expect(readCheckedLines(Buffer.concat([first, rest]))).toMatchObject({ values: [{ seq: 1 }], end: 'torn' });
  }
  expect(readCheckedLines(Buffer.concat([holed, first]))).toMatchObject({ values: [], end: 'damaged' });
});
