import { sameJson, sameReader, sameSide } from '../readers/change.ts';
import { type Differences, fieldOf, storedAsSent } from '../readers/diff.ts';
import { OpenById } from '../readers/open-by-id.ts';
import type { Reader } from '../readers/reader.ts';
import { changesById, idOf, type PushedChange } from './pushed-changes.ts';

/** A push of ours that somebody else's list undid. `undone`: as pushed against as it is in Camio now. */
export interface Takeover {
  readonly pushedAt: string;
  /** When Camio's list was read and the changes were gone. */
  readonly noticedAt: string;
  readonly undone: Differences;
  /** How many changes the push had. */
  readonly of: number;
}

/**
 * The changes of a push that a list read later takes back: the reader is again what it was before. A reader that is
 * something else again was changed by somebody, which is no takeover.
 */
export function undoneChanges(changes: readonly PushedChange[], remote: readonly Reader[]): PushedChange[] {
  const byId = changesById(changes);
  const open = new OpenById<Reader>();
  for (const reader of remote) if (byId.has(reader.id)) open.put(reader.id, reader);
  const undone = new Set<PushedChange>();
  for (const group of byId.values()) {
    // What is there as pushed is spoken for: a reader that is left over once more is another.
    for (const reader of group[0]?.beside ?? []) takeAsSent(open, reader);
    const gone = group.filter(({ after }) => !after || !takeAsSent(open, after));
    for (const change of gone) if (isBack(change, open)) undone.add(change);
  }
  return changes.filter((change) => undone.has(change));
}

interface Place {
  readonly reader: Reader;
  readonly at: number;
}

/** The list with undone changes made again. Readers of it that the changes do not speak of stay as they are. */
export function withChanges(readers: readonly Reader[], changes: readonly PushedChange[]): Reader[] {
  const changed = new Set(changes.map(idOf));
  const open = new OpenById<Place>();
  readers.forEach((reader, at) => {
    if (changed.has(reader.id)) open.put(reader.id, { reader, at });
  });
  const list: (Reader | null)[] = [...readers];
  for (const change of changes) {
    const place = placeOf(change, open);
    if (place) list[place.at] = change.after && remade(place.reader, change.after);
    else if (change.after) list.push(change.after);
  }
  return list.filter((reader) => reader !== null);
}

/** The reader a change is about, as it is by now. There have to be as many left as the push left alone. */
function placeOf(change: PushedChange, open: OpenById<Place>): Place | undefined {
  const { before, beside = [] } = change;
  const id = idOf(change);
  if (open.left(id) <= beside.length) return undefined;
  return (
    open.take(id, ({ reader }) => sameSide(reader, before)) ??
    open.take(id, ({ reader }) => reader.name === before?.name) ??
    open.take(id, ({ reader }) => beside.every(({ name }) => name !== reader.name))
  );
}

function remade(reader: Reader, after: Reader): Reader {
  return { ...reader, name: after.name, ...(after.extra ? { extra: after.extra } : {}) };
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

/** Takes what equals `sent`, or what Camio made of it by adding fields. */
function takeAsSent(open: OpenById<Reader>, sent: Reader): Reader | undefined {
  return (
    open.take(sent.id, (reader) => sameReader(sent, reader)) ??
    open.take(sent.id, (reader) => storedAsSent(sent, reader))
  );
}

/**
 * By name; a gateway that posts its own list does not bring back fields it does not know. Where the push changed nothing
 * but fields, these say it.
 */
function isBack(change: PushedChange, open: OpenById<Reader>): boolean {
  const { before, after } = change;
  if (before === null) return open.left(idOf(change)) === 0;
  const fields = after?.name === before.name ? changedFields(before, after) : [];
  const looksLike = (reader: Reader) =>
    reader.name === before.name && fields.every((field) => sameField(reader, before, field));
  return open.take(before.id, looksLike) !== undefined;
}

function changedFields(before: Reader, after: Reader): string[] {
  const fields = new Set([...Object.keys(before.extra ?? {}), ...Object.keys(after.extra ?? {})]);
  return [...fields].filter((field) => !sameField(before, after, field));
}

function sameField(one: Reader, other: Reader, field: string): boolean {
  const [left, right] = [fieldOf(one, field), fieldOf(other, field)];
  return left === undefined || right === undefined ? left === right : sameJson(left, right);
}
