import fc from 'fast-check';
import type { Draft, DraftAction } from '../draft/draft.ts';
import type { Json } from '../json.ts';
import type { Reader, RemoteList } from '../readers/reader.ts';

/** Any text Camio could send: every character that UTF-8 can carry, and often the ones files trip over. */
export const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({
    unit: fc.constantFrom("'", '=', '+', '-', '@', '\t', '\r', '\n', ',', '"', ';', ' ', '\ufeff', '0', 'é'),
  }),
);

/** Unknown fields as a parse of Camio's answer gives them: numbers as source text, any field name. */
export const anyExtra = fc
  .array(
    fc.tuple(
      fc.oneof(fc.constantFrom('site', 'floor', '__proto__', 'constructor'), anyText).filter(isUnknownField),
      fc.letrec<{ json: Json }>((tie) => ({
        json: fc.oneof(
          { depthSize: 'small' },
          anyText,
          fc.boolean(),
          fc.constant(null),
          fc
            .constantFrom('1.0', '12345678901234567890', '-0', '1e5')
            .map((value) => ({ isLosslessNumber: true as const, value })),
          fc.array(tie('json'), { maxLength: 3 }),
        ),
      })).json,
    ),
    { minLength: 1, maxLength: 3 },
  )
  .map((fields): NonNullable<Reader['extra']> => Object.fromEntries(fields));

/** A reader with any id, name and unknown fields. */
export const anyReader: fc.Arbitrary<Reader> = fc
  .tuple(anyText, anyText, fc.option(anyExtra, { freq: 3 }))
  .map(([id, name, extra]) => ({ id, name, ...(extra && { extra }) }));

/** Readers out of a small world, so that ids repeat, names come back and sides meet. */
export const fewReaders: fc.Arbitrary<Reader> = fc
  .record({
    id: fc.constantFrom('1', '2', '3', '4', '5'),
    name: fc.constantFrom('', 'Lobby', 'Dock'),
    site: fc.option(fc.constantFrom('North', 'South'), { freq: 3 }),
  })
  .map(({ id, name, site }) => ({ id, name, ...(site !== null && { extra: { site } }) }));

export const fewLists: fc.Arbitrary<RemoteList> = fc
  .array(fewReaders, { maxLength: 8 })
  .map((readers) => ({ readers, readAt: '2021-11-01T17:30:10.000Z' }));

/** Actions on any of the first rows; a draft refuses those that make no sense for it. */
export const anyAction: fc.Arbitrary<DraftAction> = (() => {
  const row = fc.nat(9);
  const rows = fc.array(row, { minLength: 1, maxLength: 4 });
  const name = fc.constantFrom('', 'Lobby', 'Dock', 'Roof');
  return fc.oneof(
    fc.record({ kind: fc.constant('add' as const), readers: fc.array(fewReaders, { minLength: 1, maxLength: 3 }) }),
    fc.record({
      kind: fc.constant('rename' as const),
      names: fc.array(fc.record({ row, name }), { minLength: 1, maxLength: 4 }),
    }),
    fc.record({ kind: fc.constant('set id' as const), row, id: fc.constantFrom('1', '2', '6', '7') }),
    fc.record({ kind: fc.constant('delete' as const), rows }),
    fc.record({ kind: fc.constant('revert' as const), rows }),
    fc.record({
      kind: fc.constant('set list' as const),
      readers: fc.array(fewReaders, { maxLength: 6 }),
      reason: fc.constant('snapshot restored' as const),
    }),
    fc.record({
      kind: fc.constantFrom('import' as const, 'paste' as const),
      names: fc.array(fc.record({ row, name }), { maxLength: 3 }),
      readers: fc.array(fewReaders, { maxLength: 3 }),
      removed: fc.array(row, { maxLength: 2 }),
    }),
    fc.constantFrom<DraftAction>({ kind: 'undo' }, { kind: 'redo' }),
  );
})();

export const someActions = fc.array(anyAction, { maxLength: 25 });

/** A draft's rows as plain pairs, to compare by value. */
export function rowsOf(draft: Draft) {
  return [...draft.rows].map(({ base, mine }) => ({ base, mine }));
}

function isUnknownField(name: string): boolean {
  return name !== 'device_id' && name !== 'device_name';
}
