import { expect, test } from 'vitest';
import { uniqueLabel } from './unique-label.ts';

const at = Date.UTC(2026, 10, 22);

test('is one plain word after another', () => {
  expect(uniqueLabel(at, () => 0)).toBe(`reader-desk-${at.toString(36)}-0000000000`);
  expect(uniqueLabel(at, () => 0.999999)).toMatch(/^reader-desk-[0-9a-z]+-z{10}$/);
});

test('differs with the time and with chance', () => {
  const labels = [uniqueLabel(at, () => 0), uniqueLabel(at + 1, () => 0), uniqueLabel(at, () => 0.5)];
  expect(new Set(labels).size).toBe(3);
});
