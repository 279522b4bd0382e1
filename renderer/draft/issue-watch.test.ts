import { expect, it, vi } from 'vitest';
import { applyAction, type Draft, type DraftAction, startDraft } from '../../core/draft/draft.ts';
import type { Reader } from '../../core/readers/reader.ts';
import { campusReaders } from '../../core/simulator/campus.ts';
import { IssueWatch } from './issue-watch.ts';

const draftOf = (readers: readonly Reader[]): Draft => startDraft({ readers, readAt: '2026-11-22T19:00:00.000Z' });

/** A watch on a draft that can be edited, and how often it has said that its survey came to an end. */
function watching(first: Draft) {
  const surveyed = vi.fn();
  const watch = new IssueWatch(surveyed);
  let draft = first;
  watch.begin(draft.rows);
  const act = (action: DraftAction) => {
    const applied = applyAction(draft, action);
    if (!applied.ok) throw new Error(applied.error.code);
    draft = applied.value.draft;
    watch.follow(draft.rows, applied.value.edits);
  };
  return { watch, surveyed, act, reader: (row: number) => draft.rows.at(row)?.mine ?? null };
}

it('knows a short list at once', () => {
  const { watch, surveyed } = watching(draftOf([{ id: '1', name: 'Lobby ' }]));
  expect(watch.findings).toEqual({ readers: 1, byCode: [{ code: 'outer space', readers: 1 }] });
  expect(surveyed).toHaveBeenCalledTimes(1);
});

it('goes through a long list later, while single readers and edits are looked at there and then', async () => {
  const { watch, surveyed, act, reader } = watching(draftOf(campusReaders(3_000)));
  expect(watch.findings).toBeNull();
  act({ kind: 'rename', names: [{ row: 2_000, name: 'North Campus –  Main Building – Level 3 – Dock' }] });
  expect(watch.issuesOf(2_000, reader(2_000)).map(({ code }) => code)).toEqual(['double space']);
  expect(surveyed).not.toHaveBeenCalled();
  await vi.waitFor(() =>
    expect(watch.findings).toEqual({ readers: 1, byCode: [{ code: 'double space', readers: 1 }] }),
  );
});

it('follows many edits at once with another survey', async () => {
  const { watch, surveyed, act } = watching(draftOf(campusReaders(3_000)));
  await vi.waitFor(() => expect(surveyed).toHaveBeenCalledTimes(1));
  act({ kind: 'rename', names: Array.from({ length: 3_000 }, (_, row) => ({ row, name: 'North Campus – Dock' })) });
  await vi.waitFor(() => expect(surveyed).toHaveBeenCalledTimes(2));
  expect(watch.findings).toEqual({ readers: 3_000, byCode: [{ code: 'duplicate name', readers: 3_000 }] });
});

it('answers the same array until something about the reader changes', () => {
  const { watch, act, reader } = watching(
    draftOf([
      { id: '1', name: 'Lobby ' },
      { id: '2', name: 'Roof' },
    ]),
  );
  const before = watch.issuesOf(0, reader(0));
  act({ kind: 'rename', names: [{ row: 1, name: 'Atrium' }] });
  expect(watch.issuesOf(0, reader(0))).toBe(before);
  act({ kind: 'rename', names: [{ row: 1, name: 'LOBBY' }] });
  expect(watch.issuesOf(0, reader(0)).map(({ code }) => code)).toEqual(['outer space', 'near-duplicate name']);
});
