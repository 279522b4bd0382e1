import type { Json } from '../json.ts';
import { JsonBeyondLimit } from '../json-limits.ts';
import { type Reader, readerLimits } from '../readers/reader.ts';
import { fail, ok, type Result } from '../result.ts';
import { counted } from '../text/amounts.ts';
import { cutShort } from './cut-short.ts';
import type { Dialect, ListKey } from './dialect.ts';
import { errorSigns, partSigns } from './list-part.ts';
import { indentedPieces, isJsonNumber, parseLossless, stringifyLossless } from './lossless.ts';

/** A device list as read from an answer, and the key it came under (`bare`: an array without a key). */
export interface DeviceList {
  readonly readers: readonly Reader[];
  readonly seenAs: ListKey | 'bare';
}

/** Why an answer is not a device list, as a sentence, and how the answer begins. */
export interface Unreadable {
  readonly why: string;
  readonly excerpt: string;
  /** Set where the answer holds a part of the list. */
  readonly part?: ListPart;
}

/** Some of Camio's readers, and the keys beside them that say there are more. */
export interface ListPart {
  readonly readers: readonly Reader[];
  readonly keys: readonly string[];
}

/** Reads a device list as `parseDeviceList` does, perhaps elsewhere than on the caller's thread. */
export type ParseList = (text: string, preferred: ListKey) => Promise<Result<DeviceList, Unreadable>>;

/** How much of an answer that cannot be read is quoted. */
export const excerptLength = 200;

/**
 * Reads a device list in any of the shapes Camio is known to use: under `readers`, under `devices`, or a bare array.
 * Where both keys hold lists, the one that is not empty counts, and `preferred` where neither is. Numbers as ids keep
 * their text, a missing name is '', unknown fields are kept. What is not such a list is never taken for an empty one,
 * and a part of a list is never taken for all of it.
 */
export function parseDeviceList(text: string, preferred: ListKey = 'readers'): Result<DeviceList, Unreadable> {
  const unreadable = (why: string) => fail({ why, excerpt: cutShort(text.trim(), excerptLength) });
  const trimmed = text.trimStart();
  if (trimmed === '') return unreadable('The answer is empty.');
  if (trimmed.startsWith('<')) return unreadable('The answer is a web page or XML, not JSON.');

  let json: Json;
  try {
    json = parseLossless(trimmed);
  } catch (error) {
    if (error instanceof JsonBeyondLimit) return unreadable(`The answer is not a list of readers. ${error.message}`);
    if (!(error instanceof SyntaxError)) throw error;
    return unreadable('The answer is not JSON, or it breaks off early.');
  }

  const found = findList(json, preferred);
  if (!found) return unreadable('The answer is JSON, but holds no list under “readers” or “devices”.');
  if (found.entries.length > readerLimits.count) {
    return unreadable(`The list has more than ${readerLimits.count.toLocaleString('en')} entries.`);
  }
  const readers: Reader[] = [];
  for (const entry of found.entries) {
    const reader = parseReader(entry);
    if (!reader.ok) return unreadable(`Entry ${readers.length + 1} of the list ${reader.error}.`);
    readers.push(reader.value);
  }
  const { seenAs, envelope } = found;
  if (envelope === null || seenAs === 'bare') return ok({ readers, seenAs });
  const errors = errorSigns(envelope, seenAs);
  if (errors.length > 0 && readers.length === 0) {
    return unreadable(`The answer holds an empty list with ${quotedKeys(errors)} beside it, so it is an error.`);
  }
  const keys = [...errors, ...partSigns(envelope, seenAs, readers.length)];
  if (keys.length === 0) return ok({ readers, seenAs });
  const why = `The answer holds ${counted(readers.length, 'reader')}, and ${quotedKeys(keys)} beside them ${keys.length === 1 ? 'says' : 'say'} that this is not the whole list.`;
  return fail({ why, excerpt: cutShort(text.trim(), excerptLength), part: { readers, keys } });
}

/** `“next”`, `“next” and “total”`. */
export function quotedKeys(keys: readonly string[]): string {
  return new Intl.ListFormat('en').format(keys.map((key) => `“${key}”`));
}

/** The exact body that replaces Camio's list. A reader whose name is '' goes without `device_name`. */
export function encodeDeviceList(readers: readonly Reader[], { listKey }: Pick<Dialect, 'listKey'>): string {
  return `{"${listKey}":[${readers.map(encodeReader).join(',')}]}`;
}

function encodeReader(reader: Reader): string {
  if (reader.extra !== undefined || reader.name === '') return stringifyLossless(toDeviceEntry(reader));
  return `{"device_id":${JSON.stringify(reader.id)},"device_name":${JSON.stringify(reader.name)}}`;
}

/** The same data as `encodeDeviceList`, indented for reading, reader by reader. */
export function prettyDeviceList(readers: Iterable<Reader>, { listKey }: Pick<Dialect, 'listKey'>): Generator<string> {
  return indentedPieces({}, [listKey, deviceEntries(readers)]);
}

/** Readers as entries of Camio's list, one by one. */
export function* deviceEntries(readers: Iterable<Reader>): Generator<Json> {
  for (const reader of readers) yield toDeviceEntry(reader);
}

/** The size of a text as sent: UTF-8. */
export function bodyBytes(body: string): number {
  return new TextEncoder().encode(body).length;
}

interface FoundList {
  readonly entries: readonly Json[];
  readonly seenAs: ListKey | 'bare';
  /** The object that holds the list; null for a bare array. */
  readonly envelope: { readonly [key: string]: Json } | null;
}

function findList(json: Json, preferred: ListKey): FoundList | null {
  if (isArray(json)) return { entries: json, seenAs: 'bare', envelope: null };
  if (!isObject(json)) return null;
  const other: ListKey = preferred === 'readers' ? 'devices' : 'readers';
  const lists = [preferred, other].flatMap((seenAs) => {
    const entries = json[seenAs];
    return entries !== undefined && isArray(entries) ? [{ entries, seenAs, envelope: json }] : [];
  });
  return lists.find(({ entries }) => entries.length > 0) ?? lists[0] ?? null;
}

/** A reader from an entry of a list, or why it is none, to be put after “Entry 1 of the list”. */
export function parseReader(entry: Json): Result<Reader, string> {
  if (!isObject(entry) || isJsonNumber(entry)) return fail('is not an object');
  const { device_id, device_name, ...extra } = entry;
  const id = textOf(device_id);
  if (id === null)
    return fail(device_id === undefined || device_id === null ? 'has no device_id' : 'has no text as id');
  if (id.length > readerLimits.characters) return fail(`has an id of ${tooLong(id)}`);
  const name = device_name === undefined || device_name === null ? '' : textOf(device_name);
  if (name === null) return fail('has a device_name that is not text');
  if (name.length > readerLimits.characters) return fail(`has a name of ${tooLong(name)}`);
  return ok(Object.keys(extra).length === 0 ? { id, name } : { id, name, extra });
}

function tooLong(text: string): string {
  return `${text.length.toLocaleString('en')} characters, more than ${readerLimits.characters.toLocaleString('en')}`;
}

/** A reader as an entry of Camio's list. One whose name is '' goes without `device_name`. */
export function toDeviceEntry({ id, name, extra }: Reader): Json {
  const { device_id: _id, device_name: _name, ...unknown } = extra ?? {};
  return name === '' ? { device_id: id, ...unknown } : { device_id: id, device_name: name, ...unknown };
}

/** Text as it is, a number as its source text, null for anything else. */
function textOf(value: Json | undefined): string | null {
  if (typeof value === 'string') return value;
  return isJsonNumber(value) ? value.value : null;
}

function isArray(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}

function isObject(value: Json): value is { readonly [key: string]: Json } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
