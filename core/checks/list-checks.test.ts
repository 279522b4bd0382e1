import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyAction, replay, startDraft } from '../draft/draft.ts';
import type { Reader } from '../readers/reader.ts';
import type { Rows } from '../readers/rows.ts';
import { campusReaders } from '../simulator/campus.ts';
import { fewLists, someActions } from '../testing/any-reader.ts';
import { ListChecks } from './list-checks.ts';

const readAt = '2021-11-01T17:30:10.000Z';

const draftOf = (names: readonly string[]) =>
  startDraft({ readers: names.map((name, index) => ({ id: String(index), name })), readAt });

function surveyed(rows: Rows): ListChecks {
  const checks = new ListChecks();
  finish(checks.survey(rows));
  return checks;
}

function finish<T>(steps: Generator<undefined, T>): T {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

/** The codes found for each row. */
function codes(rows: Rows): string[][] {
  const checks = surveyed(rows);
  return [...rows].map(({ mine }, row) => (mine ? checks.issuesOf(row, mine).map(({ code }) => code) : []));
}

describe('ListChecks', () => {
  it('finds the same after following edits as a survey does, wherever it was interrupted', () => {
    fc.assert(
      fc.property(fewLists, someActions, fc.nat(20), (remote, actions, stepsBetween) => {
        let draft = startDraft(remote);
        const followed = new ListChecks();
        const survey = followed.survey(draft.rows);
        for (const action of actions) {
          const applied = applyAction(draft, action);
          if (!applied.ok) continue;
          draft = applied.value.draft;
          const edited = applied.value.edits.map(({ row }) => row);
          followed.follow(draft.rows, edited);
          for (let step = 0; step < stepsBetween; step += 1) survey.next();
        }
        for (let step = survey.next(); !step.done; step = survey.next());
        const anew = surveyed(draft.rows);
        expect(followed.findings()).toEqual(anew.findings());
        draft.rows.forEach(({ mine }, row) => {
          if (mine) expect(followed.issuesOf(row, mine)).toEqual(anew.issuesOf(row, mine));
          expect(followed.has(row, 'any')).toBe(mine !== null && anew.issuesOf(row, mine).length > 0);
        });
      }),
    );
  });

  it('names every row that an edit has to do with', () => {
    const draft = draftOf(['Lobby', 'Roof', 'Dock']);
    const checks = surveyed(draft.rows);
    const renamed = replay(draft, [{ kind: 'rename', names: [{ row: 2, name: 'lobby ' }] }]);
    expect(checks.follow(renamed.rows, [2])).toEqual(new Set([2, 0]));
    expect(checks.findings()).toEqual({
      readers: 2,
      byCode: [
        { code: 'near-duplicate name', readers: 2 },
        { code: 'outer space', readers: 1 },
      ],
    });
    expect([checks.has(0, 'near-duplicate name'), checks.has(1, 'any')]).toEqual([true, false]);
  });

  it('says what a name shares with others', () => {
    const { rows } = draftOf(['Lobby', 'Lobby', 'LOBBY', 'Roof']);
    expect(surveyed(rows).issuesOf(0, { id: '0', name: 'Lobby' })).toEqual([
      { code: 'duplicate name', severity: 'warns', name: 'Lobby', readers: 2 },
      { code: 'near-duplicate name', severity: 'warns', name: 'Lobby', other: 'LOBBY' },
    ]);
    expect(codes(rows)[3]).toEqual([]);
  });

  it('finds a word that is one slip away from a usual one, and leaves words alone that are words of their own', () => {
    const usual = Array.from({ length: 30 }, (_, index) => `Turnstile ${index} Level`);
    const odd = ['Turnstlie 31', 'Turntile 32', 'Turnsttile 33', 'Turnstele 34', 'Turnstiles 35', 'Lever 36'];
    const found = codes(draftOf([...usual, ...odd]).rows).slice(usual.length);
    expect(found).toEqual([...Array(4).fill(['misspelt name']), [], []]);
  });

  it('finds names far shorter or longer than the rest, once there is a rest', () => {
    const names = campusReaders(100).map(({ name }) => name);
    const odd = ['X1', 'North Campus – Main Building – Level 3 – Side Door'];
    expect(codes(draftOf([...names, ...odd]).rows).slice(-2)).toEqual([['unusual name length'], []]);
    expect(codes(draftOf(['Lobby', 'X1', 'Door to the second floor of the annex']).rows).flat()).toEqual([]);
  });

  it('has nothing to say about a believable campus', () => {
    const draft = startDraft({ readers: campusReaders(5_000), readAt });
    expect(finish(new ListChecks().survey(draft.rows))).toEqual({ readers: 0, byCode: [] });
  });
});

describe('placeholder names', () => {
  const placeholder = (reader: Reader) =>
    new ListChecks().issuesOf(0, reader).some(({ code }) => code === 'placeholder name');

  it.each([
    'Reader 1',
    'reader',
    'Card Reader 07',
    'Panel 1 Reader 2',
    'Controller 3 / Port 11',
    'Reader 1-2',
    'New reader',
    'Test',
    'Door',
    'test door 2',
    'Neuer Leser',
    'xxx',
    '?',
  ])('%j is one', (name) => expect(placeholder({ id: '7', name })).toBe(true));

  it.each([
    'Door 5',
    'Gate 10',
    'Lobby',
    'Reader room',
    'Panel 2 Lobby',
    'Reader 1 – Lobby',
    `Reader ${'1'.repeat(24)}x`,
    'Test lab',
    'Server Room',
    '',
  ])('%j is none', (name) => expect(placeholder({ id: '7', name })).toBe(false));

  it('counts the id in place of a name as one', () => {
    expect(placeholder({ id: '00125', name: '00125' })).toBe(true);
  });
});
