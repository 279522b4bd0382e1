import fc from 'fast-check';
import { expect, it } from 'vitest';
import { anyAction } from '../testing/any-reader.ts';
import { actionParts, joinParts } from './action-parts.ts';
import type { DraftAction } from './draft-action.ts';
import { draftActionSchema } from './draft-schema.ts';

const joined = (action: DraftAction) => {
  const [first = action, ...rest] = actionParts(action);
  return joinParts([first, ...rest]);
};

const rows = (length: number) => Array.from({ length }, (_, row) => row);
const lengthOf = fc.constantFrom(1, 3_999, 4_000, 4_001, 8_000, 9_001);
/** Lists as long as a campus, some of them too long for a part. */
const longAction: fc.Arbitrary<DraftAction> = fc.tuple(lengthOf, lengthOf, lengthOf).chain(([some, more, most]) => {
  const names = rows(some).map((row) => ({ row, name: `Door ${row}` }));
  const readers = rows(more).map((row) => ({ id: `${row}`, name: `Gate ${row}` }));
  return fc.constantFrom<DraftAction>(
    { kind: 'rename', names },
    { kind: 'add', readers },
    { kind: 'set list', readers, reason: 'snapshot restored' },
    { kind: 'delete', rows: rows(most) },
    { kind: 'revert', rows: rows(most) },
    { kind: 'import', names, readers, removed: rows(most) },
    { kind: 'paste', names, readers: [], removed: [] },
    { kind: 'import', names: [], readers, removed: rows(most) },
  );
});

it('puts together what it cut, whatever the action', () => {
  fc.assert(fc.property(fc.oneof(anyAction, longAction), (action) => void expect(joined(action)).toEqual(action)));
});

it('cuts parts that are short, and actions that may cross the border', () => {
  fc.assert(
    fc.property(longAction, (action) => {
      for (const part of actionParts(action)) {
        expect(draftActionSchema.safeParse(part).success).toBe(true);
        const lists = Object.values(part).filter((field) => Array.isArray(field));
        expect(Math.max(...lists.map((list) => list.length))).toBeLessThanOrEqual(4_000);
      }
    }),
  );
});

it('leaves a short action as it is', () => {
  fc.assert(fc.property(anyAction, (action) => void expect(actionParts(action)).toEqual([action])));
});
