import { sameReader } from '../readers/change.ts';
import { OpenById } from '../readers/open-by-id.ts';
import type { Reader } from '../readers/reader.ts';

/** What a push changed about one reader: from null it was added, to null it was removed. */
export interface PushedChange {
  readonly before: Reader | null;
  readonly after: Reader | null;
  /** Readers with the same id that the push left as they were: none but where a list had an id more than once. */
  readonly beside?: readonly Reader[];
}

/** What leads from one list to another, reader by reader. Where an id repeats, equal ones are paired first. */
export function pushedChanges(from: readonly Reader[], to: readonly Reader[]): PushedChange[] {
  const open = new OpenById<Reader>();
  for (const reader of to) open.put(reader.id, reader);
  const unequal: Reader[] = [];
  const kept: Reader[] = [];
  for (const reader of from) {
    const isKept = open.take(reader.id, (other) => sameReader(reader, other));
    (isKept ? kept : unequal).push(reader);
  }
  const changes: PushedChange[] = unequal.map((before) => ({ before, after: open.take(before.id) ?? null }));
  for (const after of open.rest()) changes.push({ before: null, after });

  const beside = new Map<string, Reader[]>(changes.map((change) => [idOf(change), []]));
  for (const reader of kept) beside.get(reader.id)?.push(reader);
  return changes.map((change) => {
    const others = beside.get(idOf(change)) ?? [];
    return others.length > 0 ? { ...change, beside: others } : change;
  });
}

/** The changes of each id, in their order. */
export function changesById(changes: readonly PushedChange[]): Map<string, PushedChange[]> {
  const byId = new Map<string, PushedChange[]>();
  for (const change of changes) {
    const group = byId.get(idOf(change));
    if (group) group.push(change);
    else byId.set(idOf(change), [change]);
  }
  return byId;
}

/** The id of the reader that was changed. */
export function idOf({ before, after }: PushedChange): string {
  return (after ?? before)?.id ?? '';
}
