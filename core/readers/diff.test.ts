import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { replay, startDraft } from '../draft/draft.ts';
import { draftChanges } from '../draft/draft-changes.ts';
import { fewLists, someActions } from '../testing/any-reader.ts';
import { totalChanges } from './change.ts';
import { diffLists, diffReadBack } from './diff.ts';
import type { Reader } from './reader.ts';

const lobby: Reader = { id: '001', name: 'Lobby' };
const dock: Reader = { id: '002', name: 'Dock', extra: { site: 'North' } };

describe('diffLists', () => {
  it('finds nothing between a list and itself in any order', () => {
    const shuffled = fewLists.chain(({ readers }) =>
      fc.tuple(
        fc.constant(readers),
        fc.shuffledSubarray([...readers], { minLength: readers.length, maxLength: readers.length }),
      ),
    );
    fc.assert(
      fc.property(shuffled, ([left, right]) => {
        expect(diffLists(left, right)).toEqual({ total: 0, first: [] });
      }),
    );
  });

  it('finds as much from either side', () => {
    fc.assert(
      fc.property(fewLists, fewLists, (left, right) => {
        const there = diffLists(left.readers, right.readers);
        const back = diffLists(right.readers, left.readers);
        expect(there.total).toBe(back.total);
        expect(there.total).toBeGreaterThanOrEqual(Math.abs(left.readers.length - right.readers.length));
        if (there.total === 0) expect(key(left.readers)).toEqual(key(right.readers));
      }),
    );
  });

  it('names what differs: names, missing readers, new readers, unknown fields', () => {
    const right: Reader[] = [
      { id: '001', name: 'Foyer' },
      { id: '002', name: 'Dock', extra: { site: 'South' } },
      { id: '004', name: 'Gate' },
    ];
    expect(diffLists([lobby, dock, { id: '003', name: 'Roof' }], right)).toEqual({
      total: 4,
      first: [
        { id: '001', left: 'Lobby', right: 'Foyer' },
        { id: '002', left: 'Dock', right: 'Dock', fields: ['site'] },
        { id: '003', left: 'Roof', right: null },
        { id: '004', left: null, right: 'Gate' },
      ],
    });
  });

  it('counts all and names the first hundred', () => {
    const left = Array.from({ length: 250 }, (_, index) => ({ id: `${index}`, name: '' }));
    const { total, first } = diffLists(left, []);
    expect([total, first.length]).toEqual([250, 100]);
  });
});

it('takes seconds neither for one id throughout nor for any other list of this length', () => {
  const left = Array.from({ length: 150_000 }, (_, index) => ({ id: '7', name: `Door ${index}` }));
  const right = left.map(({ id, name }) => ({ id, name: `${name} again` }));
  const startedMs = performance.now();
  expect(diffLists(left, right).total).toBe(150_000);
  // A look through all of one id for each of them takes a quarter of a minute and more.
  expect(performance.now() - startedMs).toBeLessThan(8_000);
});

describe('diffReadBack', () => {
  it('tolerates fields Camio adds, and nothing else', () => {
    const stored = { ...lobby, extra: { camera_count: '2' } };
    expect(diffReadBack([lobby], [stored]).total).toBe(0);
    expect(diffLists([lobby], [stored]).total).toBe(1);
    expect(diffReadBack([dock], [{ ...dock, extra: { site: 'South', new: true } }]).first).toEqual([
      { id: '002', left: 'Dock', right: 'Dock', fields: ['site'] },
    ]);
    expect(diffReadBack([dock], [{ id: '002', name: 'Dock' }]).total).toBe(1);
    expect(diffReadBack([lobby], []).total).toBe(1);
    expect(diffReadBack([lobby], [lobby, dock]).total).toBe(1);
    expect(diffReadBack([lobby], [lobby, lobby]).total).toBe(1);
  });

  it('is not misled by fields every object has', () => {
    const odd: Reader = { ...lobby, extra: JSON.parse('{"__proto__": "1", "constructor": "2"}') };
    expect(diffReadBack([odd], [lobby]).first[0]?.fields).toEqual(['__proto__', 'constructor']);
    expect(diffReadBack([odd], [odd]).total).toBe(0);
  });
});

describe('draftChanges', () => {
  it('is every change once, by kind and then in list order', () => {
    fc.assert(
      fc.property(fewLists, someActions, (remote, actions) => {
        const draft = replay(startDraft(remote), actions);
        const changes = draftChanges(draft);
        expect(changes.length).toBe(totalChanges(draft.counts));
        const order = ['renamed', 'changed', 'added', 'removed'];
        const places = changes.map(({ kind, row }) => order.indexOf(kind) * 1000 + row);
        expect(places).toEqual([...places].sort((a, b) => a - b));
      }),
    );
  });
});

function key(readers: readonly Reader[]): string[] {
  return readers.map((reader) => JSON.stringify(reader)).sort();
}
