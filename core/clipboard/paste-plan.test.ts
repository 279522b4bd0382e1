import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyAction, draftReaders, replay, startDraft } from '../draft/draft.ts';
import { campusReaders } from '../simulator/campus.ts';
import { fewLists, someActions } from '../testing/any-reader.ts';
import { KnownIds } from './known-ids.ts';
import { type DoubtChoice, type PastePlan, pasteAction, planPaste } from './paste-plan.ts';
import { readPastedRows } from './pasted-rows.ts';
import { phraseDoubt, phraseLeftOut, phrasePaste } from './phrase-paste.ts';
import { formatSheetText } from './sheet-text.ts';

const draft = replay(
  startDraft({
    readAt: '2021-11-01T17:30:10.000Z',
    readers: [
      { id: '00123', name: 'Lobby North' },
      { id: '00124', name: 'Lobby South' },
      { id: '00125', name: 'Dock' },
      { id: '12345678901234567890', name: 'Vault' },
      { id: 'Gate-A', name: 'Gate A' },
    ],
  }),
  [{ kind: 'delete', rows: [2] }],
);

interface Place {
  /** Row numbers as shown, from the keyboard's place downward. */
  readonly below?: readonly number[];
  readonly either?: 'ids' | 'names';
  readonly doubts?: DoubtChoice;
  readonly on?: typeof draft;
}

function plan(text: string, { below = [], either = 'names', doubts = 'leave out', on = draft }: Place = {}): PastePlan {
  const ids = finish(KnownIds.of(on.rows));
  const pasted = finish(readPastedRows(text, (id) => ids.placeOf(id) !== null));
  if (!pasted.ok) throw new Error(pasted.error.code);
  return finish(planPaste(pasted.value, { rows: on.rows, ids, below, either, doubts }));
}

function finish<T>(steps: Iterator<unknown, T>, onPause = () => {}): T {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
    onPause();
  }
}

/** The draft after the plan, as id and name. */
function after(planned: PastePlan, on = draft): string[] {
  const applied = applyAction(on, pasteAction(planned));
  if (!applied.ok) throw new Error(applied.error.code);
  return draftReaders(applied.value.draft).map(({ id, name }) => `${id} ${name}`);
}

describe('two columns', () => {
  it('rename readers the list has and add the others, wherever the keyboard is', () => {
    const planned = plan('00124\tAtrium\r\n00200\tAnnex\r\n00123\tLobby North\r\n');
    expect(phrasePaste(planned)).toBe('1 renamed, 1 added, 1 unchanged');
    expect(after(planned)).toEqual([
      '00123 Lobby North',
      '00124 Atrium',
      '12345678901234567890 Vault',
      'Gate-A Gate A',
      '00200 Annex',
    ]);
  });

  it('are known by their header, or by the IDs of the list, in either order', () => {
    expect(after(plan('Reader name\tReader ID\nAtrium\t00124\n'))).toContain('00124 Atrium');
    expect(after(plan('Atrium\t00124\nVault 2\t12345678901234567890\n'))).toContain('00124 Atrium');
    expect(after(plan('A1\tAnnex\n'))).toContain('A1 Annex');
  });

  it('leave a name alone that is not given', () => {
    expect(phrasePaste(plan('00123\t\n00124\tAtrium\n'))).toBe('1 renamed, 1 unchanged');
  });

  it('say of each row that is left out, why', () => {
    const { leftOut, changes } = plan('\tNameless\n00124\tHall\n00123\tA\n00123\tB\n00200\tTwo\u0007Bells\n');
    expect(changes.map(({ id, name }) => [id, name])).toEqual([
      ['00124', 'Hall'],
      ['00123', 'A'],
    ]);
    expect(leftOut.map(({ row, problem }) => [row, problem.code])).toEqual([
      [1, 'no id'],
      [4, 'id repeats'],
      [5, 'blocked'],
    ]);
    expect(leftOut.map(phraseLeftOut)).toEqual([
      '“Nameless” has no ID.',
      'Row 3 has the same ID.',
      'The name has a control character (U+0007) at character 4. Type it again without it.',
    ]);
  });

  it('bring a reader back that was removed, under the name that is given', () => {
    const planned = plan('00125\tDock 2\n');
    expect(phrasePaste(planned)).toBe('1 brought back');
    expect(after(planned)).toContain('00125 Dock 2');
    expect(after(plan('00125\t\n00200\tAnnex\n'))).toContain('00125 Dock');
  });

  it('leave out an ID that several readers of the list have', () => {
    const on = replay(draft, [{ kind: 'add', readers: [{ id: '00123', name: 'Twin' }] }]);
    expect(plan('00123\tA\n', { on }).leftOut.map(({ problem }) => problem.code)).toEqual(['id twice in the list']);
  });
});

describe('an ID that may be meant for another', () => {
  const text = '124\tAtrium\n12345678901234500000\tSafe\ngate-a\tGate\n7.39E+09\tYard\n000123\tHall\n';

  it('is left out until the person says what it is', () => {
    const planned = plan(text);
    expect(planned.changes).toEqual([]);
    expect(planned.doubtful.map(({ row, doubt, known }) => [row, doubt, known])).toEqual([
      [1, 'lost leading zeros', '00124'],
      [2, 'rounded number', '12345678901234567890'],
      [3, 'case or spaces', 'Gate-A'],
      [4, 'scientific notation', null],
      [5, 'lost leading zeros', '00123'],
    ]);
    expect(planned.doubtful.map(phraseDoubt)[0]).toBe(
      '“124” is not in the list, but “00124” is: only zeros in front differ.',
    );
  });

  it('is the reader of the list, or a new one, as the person says', () => {
    const used = plan(text, { doubts: 'use known' });
    expect(phrasePaste(used)).toBe('4 renamed, 1 left out');
    expect(after(used)).toContain('00124 Atrium');
    expect(after(plan(text, { doubts: 'add' }))).toContain('124 Atrium');
  });

  it('is none where nothing of the list is like it, and names no reader where several are', () => {
    expect(plan('555\tDock\n').doubtful).toEqual([]);
    expect(plan('125\tDock\n').doubtful).toMatchObject([{ doubt: 'lost leading zeros', known: '00125' }]);
    const on = replay(draft, [{ kind: 'add', readers: [{ id: '0124', name: 'Twin' }] }]);
    expect(plan('124\tAtrium\n', { on }).doubtful).toMatchObject([{ doubt: 'lost leading zeros', known: null }]);
    expect(plan('12345678901234567899\tNext\n').doubtful).toEqual([]);
  });
});

describe('one column', () => {
  it('gives names to the readers shown, from the keyboard’s place downward', () => {
    const planned = plan('Vault 2\nLobby 1\n', { below: [3, 0] });
    expect(planned.changes.map(({ id, before, name }) => [id, before, name])).toEqual([
      ['12345678901234567890', 'Vault', 'Vault 2'],
      ['00123', 'Lobby North', 'Lobby 1'],
    ]);
  });

  it('keeps each row beside its reader: an empty row, a removed reader and the list’s end move nothing', () => {
    const planned = plan('Name\nA\n\nC\nD\nE\n', { below: [0, 1, 2, 3] });
    expect(planned.changes.map(({ id, name }) => [id, name])).toEqual([
      ['00123', 'A'],
      ['12345678901234567890', 'D'],
    ]);
    expect(planned.leftOut.map(({ row, problem }) => [row, problem.code])).toEqual([
      [4, 'reader was removed'],
      [6, 'no reader left'],
    ]);
  });

  it('is IDs of new readers where the keyboard, or the header, says so', () => {
    expect(after(plan('00200\n00123\n', { either: 'ids' }))).toContain('00200 ');
    expect(after(plan('device_id\n00200\n', { either: 'names' }))).toContain('00200 ');
  });

  it('may begin with a door called "Door"', () => {
    expect(plan('Door\nGate\n', { below: [0, 1] }).changes.map(({ name }) => name)).toEqual(['Door', 'Gate']);
  });
});

describe('what is not a paste', () => {
  it.each([
    ['', 'no text'],
    ['\n\n', 'no text'],
    ['ID\tName\n', 'no rows'],
    ['1\t2\t3\n', 'too many columns'],
  ])('is refused with a reason: %j', (text, code) => {
    const refused = finish(readPastedRows(text, () => false));
    expect(refused).toMatchObject({ ok: false, error: { code } });
  });

  it('does not count empty columns at the end', () => {
    expect(finish(readPastedRows('1\tLobby\t\t\n', () => false))).toMatchObject({
      ok: true,
      value: { columns: 'ids and names' },
    });
  });
});

it('pauses while it gathers the IDs of the list, reads the rows, looks for likenesses and plans', () => {
  const on = startDraft({ readers: campusReaders(10_000), readAt: '2021-11-01T08:00:00.000Z' });
  const text = campusReaders(10_000).map(({ id, name }) => `new ${id}\t${name}\r\n`);
  const pauses: number[] = [];
  const counted = <T>(steps: Iterator<unknown, T>): T => {
    let count = 0;
    const result = finish(steps, () => {
      count += 1;
    });
    pauses.push(count);
    return result;
  };
  const ids = counted(KnownIds.of(on.rows));
  const pasted = counted(readPastedRows(text.join(''), (id) => ids.placeOf(id) !== null));
  if (!pasted.ok) throw new Error(pasted.error.code);
  counted(ids.likeId('anything'));
  counted(planPaste(pasted.value, { rows: on.rows, ids, below: [], either: 'names', doubts: 'add' }));
  expect(pauses).toEqual([5, 5, 5, 20]);
});

it('changes nothing where readers of the draft are copied and pasted back', () => {
  fc.assert(
    fc.property(fewLists, someActions, (remote, actions) => {
      const on = replay(startDraft(remote), actions);
      const readers = draftReaders(on);
      fc.pre(readers.length > 0);
      const planned = plan(formatSheetText(readers.map(({ id, name }) => [id, name])), { on });
      expect(planned.changes).toEqual([]);
      expect(planned.doubtful).toEqual([]);
    }),
  );
});
