import { rowChange, sameReader, sameSide } from './change.ts';
import { applyAction, startDraft } from './draft.ts';
import type { Differences } from './push-state.ts';
import type { Reader } from './reader.ts';

/** What a push changed about one reader: from null it was added, to null it was removed. */
export interface PushedChange {
  readonly before: Reader | null;
  readonly after: Reader | null;
}

/** A push of ours that somebody else's list undid. `undone`: as pushed against as it is in Camio now. */
export interface Takeover {
  readonly pushedAt: string;
  /** When Camio's list was read and the changes were gone. */
  readonly noticedAt: string;
  readonly undone: Differences;
  /** How many changes the push had. */
  readonly of: number;
}

/** What leads from one list to another, reader by reader. */
export function pushedChanges(from: readonly Reader[], to: readonly Reader[]): PushedChange[] {
  const start = startDraft({ readers: from, readAt: '' });
  const applied = applyAction(start, { kind: 'set list', readers: to, reason: 'snapshot restored' });
  const changes: PushedChange[] = [];
  for (const row of applied.ok ? applied.value.draft.rows : []) {
    const kind = rowChange(row);
    if (kind !== null && kind !== 'unchanged') changes.push({ before: row.base, after: row.mine });
  }
  return changes;
}

/**
 * The changes of a push that a list read later takes back: the reader is again what it was before. A reader that is
 * something else again was changed by somebody, which is no takeover.
 */
export function undoneChanges(changes: readonly PushedChange[], remote: readonly Reader[]): PushedChange[] {
  const now = new Map(remote.map((reader) => [reader.id, reader]));
  return changes.filter(({ before, after }) => {
    const reader = now.get(idOf({ before, after })) ?? null;
    return !sameSide(reader, after) && looksLike(reader, before);
  });
}

/** The list with undone changes made again. Readers of it that the changes do not speak of stay as they are. */
export function withChanges(readers: readonly Reader[], changes: readonly PushedChange[]): Reader[] {
  const wanted = new Map(changes.map((change) => [idOf(change), change.after]));
  const list: Reader[] = [];
  for (const reader of readers) {
    const after = wanted.get(reader.id);
    if (after === undefined) list.push(reader);
    else if (after !== null) list.push({ ...reader, name: after.name, ...(after.extra ? { extra: after.extra } : {}) });
    wanted.delete(reader.id);
  }
  for (const after of wanted.values()) if (after) list.push(after);
  return list;
}

/** Undone changes as differences: what was pushed on the left, what Camio holds on the right. */
export function undoneDifferences(undone: readonly PushedChange[]): Differences {
  const first = undone.slice(0, namedChanges).map((change) => ({
    id: idOf(change),
    left: change.after?.name ?? null,
    right: change.before?.name ?? null,
  }));
  return { total: undone.length, first };
}

const namedChanges = 100;

function idOf({ before, after }: PushedChange): string {
  return (after ?? before)?.id ?? '';
}

/** By name; a gateway that posts its own list does not bring back fields it does not know. */
function looksLike(reader: Reader | null, before: Reader | null): boolean {
  if (reader === null || before === null) return reader === before;
  return reader.name === before.name || sameReader(reader, before);
}
