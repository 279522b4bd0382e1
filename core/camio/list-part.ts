import type { Json } from '../json.ts';
import { isJsonNumber } from './lossless.ts';

type JsonObject = { readonly [key: string]: Json };

/**
 * The keys beside a list that say it is not the whole list: a next page, more to come, a total or a count that is not
 * `entries`. Paths such as `paging.next` where they are one level down. None: nothing says so.
 */
export function partSigns(envelope: JsonObject, listKey: string, entries: number): readonly string[] {
  return signsIn(envelope, listKey, (key, value) => saysPart(key, value, entries));
}

/** The keys beside a list that say the server failed: `error`, `success: false` and the like. */
export function errorSigns(envelope: JsonObject, listKey: string): readonly string[] {
  return signsIn(envelope, listKey, saysError);
}

type Says = (key: string, value: Json) => boolean;

function signsIn(envelope: JsonObject, listKey: string, says: Says): string[] {
  return Object.entries(envelope).flatMap(([key, value]) => {
    if (key === listKey) return [];
    if (says(plain(key), value)) return [key];
    if (!isObject(value) || !holders.has(plain(key))) return [];
    return Object.entries(value).flatMap(([inner, each]) => (says(plain(inner), each) ? [`${key}.${inner}`] : []));
  });
}

/** Lower case, letters and digits only, without a protocol's prefix: `@odata.nextLink` is `nextlink`. */
function plain(key: string): string {
  return key
    .replace(/^.*[.:]/, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]/g, '');
}

/** Objects beside a list that speak about it. */
const holders = new Set(
  'links link paging pagination pageinfo page meta metadata cursor cursors result status'.split(' '),
);

/** Point to what comes after this part: anything but nothing counts. */
const following = new Set(
  (
    'next nextpage nextlink nexturl nexturi nexthref nexttoken nextpagetoken nextcursor nextoffset nextmarker nextkey ' +
    'nextpageuri continuation continuationtoken continuationuri scrollid hasmore hasnext hasnextpage morepages ' +
    'moreavailable moreresults more morerecords partial ispartial truncated istruncated incomplete'
  ).split(' '),
);

/** Say the opposite by being false. */
const finals = new Set('last islast lastpage islastpage complete iscomplete done isdone final'.split(' '));

/** Say how many there are; a whole list has exactly that many. */
const totals = new Set(
  (
    'total totalcount totalitems totalresults totalrecords totalelements totalsize totalhits totalreaders totaldevices ' +
    'count itemcount recordcount resultcount readercount devicecount numfound numresults numitems numberofelements'
  ).split(' '),
);

/** Say where this part begins; a whole list begins at 0. */
const offsets = new Set('offset skip start startindex from startat'.split(' '));

/** Say how many pages there are. */
const pages = new Set('pages pagecount totalpages numpages lastpagenumber'.split(' '));

function saysPart(key: string, value: Json, entries: number): boolean {
  if (following.has(key)) return isSomething(value);
  if (finals.has(key)) return value === false;
  const number = numberOf(value);
  if (number === null) return false;
  if (totals.has(key)) return number !== entries;
  if (offsets.has(key)) return number > 0;
  return pages.has(key) && number > 1;
}

const errors = new Set(
  'error errors errormessage errorcode errordescription fault faults exception failure'.split(' '),
);
const successes = new Set('success succeeded successful issuccess ok'.split(' '));

function saysError(key: string, value: Json): boolean {
  if (errors.has(key)) return isSomething(value);
  if (successes.has(key)) return value === false;
  return key === 'status' && typeof value === 'string' && /^(error|fail)/i.test(value);
}

/** Not null, false, zero, nor empty. */
function isSomething(value: Json): boolean {
  if (value === null || value === false || value === '') return false;
  const number = numberOf(value);
  if (number !== null) return number !== 0;
  if (Array.isArray(value)) return value.length > 0;
  return !isObject(value) || Object.values(value).some(isSomething);
}

/** A number, also where it was written as text. */
function numberOf(value: Json): number | null {
  if (typeof value === 'number') return value;
  if (isJsonNumber(value)) return Number(value.value);
  return typeof value === 'string' && /^\d+$/.test(value) ? Number(value) : null;
}

function isObject(value: Json): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !isJsonNumber(value);
}
