import { expect, it } from 'vitest';
import { noChanges } from './change.ts';
import { phraseChanges } from './phrase-changes.ts';

it('names each kind of change that occurs, with exact numbers', () => {
  expect(phraseChanges({ added: 1, renamed: 2, changed: 0, removed: 1, unchanged: 1280 })).toBe(
    '4 changes: 1 added, 2 renamed, 1 removed',
  );
  expect(phraseChanges({ ...noChanges, removed: 1 })).toBe('1 change: 1 removed');
  expect(phraseChanges({ ...noChanges, renamed: 1284 })).toBe('1,284 changes: 1,284 renamed');
  expect(phraseChanges({ ...noChanges, unchanged: 5 })).toBe('No changes');
});
