import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseDeviceList } from '../camio/device-list.ts';
import { jsonLimits } from '../json-limits.ts';
import { readerLimits } from './reader.ts';
import { isReader } from './reader-schema.ts';

/** A value within values, `levels` deep; made without recursion, as a journal or an answer can hold it. */
function nested(levels: number): unknown {
  let value: unknown = 'core';
  for (let level = 0; level < levels; level += 1) value = level % 2 === 0 ? [value] : { a: value };
  return value;
}

test.each([4_000, 1_000_000])('a reader with a field nested %d deep is none, and nothing throws', (levels) => {
  expect(isReader({ id: '1', name: '', extra: { zone: nested(levels) } })).toBe(false);
});

test('whatever list can be read from an answer can be kept', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: jsonLimits.depth + 5 }), fc.jsonValue(), (levels, other) => {
      const text = JSON.stringify([{ device_id: '1', zone: nested(levels), other }]);
      const list = parseDeviceList(text);
      fc.pre(list.ok);
      if (list.ok) expect(list.value.readers.every(isReader)).toBe(true);
    }),
  );
});

test.each(['id', 'name'])('an %s is at most as long as the limit', (field) => {
  const text = 'x'.repeat(readerLimits.characters);
  expect(isReader({ id: '1', name: '', [field]: text })).toBe(true);
  expect(isReader({ id: '1', name: '', [field]: `${text}x` })).toBe(false);
  const answer = (value: string) => parseDeviceList(JSON.stringify([{ device_id: '1', [`device_${field}`]: value }]));
  expect(answer(text).ok).toBe(true);
  expect(answer(`${text}x`)).toMatchObject({ ok: false, error: { why: expect.stringContaining('32,768 characters') } });
});
