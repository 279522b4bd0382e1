import { describe, expect, it, vi } from 'vitest';
import type { AppError } from '../../core/app-error.ts';
import { startDraft } from '../../core/draft/draft.ts';
import type { RenameRule } from '../../core/rename/rename-rule.ts';
import { fail, ok, type Result } from '../../core/result.ts';
import { RenameSession, type RenameState } from './rename-session.ts';

interface Asked {
  readonly names: readonly string[];
  readonly answer: (names: Result<readonly string[], AppError>) => void;
}

/** A session on so many readers, and what it has asked main for. */
function session(count: number) {
  const asked: Asked[] = [];
  const renaming = new RenameSession({
    rename: {
      replacePattern: ({ names }) => new Promise((resolve) => asked.push({ names, answer: resolve })),
    },
  });
  const readers = Array.from({ length: count }, (_, index) => ({ id: String(index), name: `Door ${index}` }));
  const { rows } = startDraft({ readers, readAt: '2026-11-22T19:00:00.000Z' });
  const chosen = [...readers.keys()];
  const states: RenameState['kind'][] = [];
  renaming.subscribe(() => states.push(renaming.state().kind));
  return { renaming, asked, states, ask: (rule: RenameRule) => renaming.ask({ rows, chosen, rule }) };
}

const add = (after: string): RenameRule => ({ kind: 'add', before: '', after });
const pattern = (find: string): RenameRule => ({ kind: 'replace pattern', find, replacement: 'Gate', matchCase: true });

const ready = (renaming: RenameSession) =>
  vi.waitFor(() => {
    const state = renaming.state();
    if (state.kind !== 'ready') throw new Error(`It is ${state.kind}.`);
    return state;
  });

describe('RenameSession', () => {
  it('answers the last question only, whatever was under way', async () => {
    const { renaming, states, ask } = session(3_000);
    for (const text of ['1', '12', '123']) ask(add(text));
    const { preview, question } = await ready(renaming);
    expect(preview.rows[0]?.name).toBe('Door 0123');
    expect(question.rule).toEqual(add('123'));
    expect(states.filter((kind) => kind === 'ready')).toHaveLength(1);
  });

  it('keeps the last preview in view while the next is worked out', async () => {
    const { renaming, ask } = session(3);
    ask(add('!'));
    const { preview } = await ready(renaming);
    ask(add('!!'));
    expect(renaming.state()).toEqual({ kind: 'working', last: preview });
  });

  it('gives main the names of a pattern in parts, one after the other', async () => {
    const { renaming, asked, ask } = session(7_000);
    ask(pattern('Door'));
    expect(asked.map(({ names }) => names.length)).toEqual([5_000]);
    asked[0]?.answer(ok(asked[0].names.map((name) => name.replace('Door', 'Gate'))));
    await vi.waitFor(() => expect(asked.map(({ names }) => names.length)).toEqual([5_000, 2_000]));
    asked[1]?.answer(ok(asked[1].names));
    const { preview } = await ready(renaming);
    expect(preview).toMatchObject({ renamed: 5_000, unchanged: 2_000 });
    expect(preview.rows[4_999]?.name).toBe('Gate 4999');
  });

  it('asks main no further once there is a newer question, and passes its answer over', async () => {
    const { renaming, asked, ask } = session(7_000);
    ask(pattern('Door'));
    ask(add('!'));
    asked[0]?.answer(fail({ code: 'cancelled', message: 'A newer one came.', next: 'Wait.' }));
    await ready(renaming);
    expect(asked).toHaveLength(1);
    expect(renaming.state().kind).toBe('ready');
  });

  it('says why there is no preview', async () => {
    const { renaming, asked, ask } = session(3);
    ask({ kind: 'template', template: '{door}', numbering: { start: 1, step: 1 } });
    expect(renaming.state()).toMatchObject({ kind: 'failed', error: { message: 'There is no field {door}.' } });
    ask(pattern('(a+)+$'));
    asked[0]?.answer(fail({ code: 'blocked', message: 'This pattern takes too long.', next: 'Make it simpler.' }));
    await vi.waitFor(() => expect(renaming.state()).toMatchObject({ kind: 'failed', error: { code: 'blocked' } }));
  });
});
