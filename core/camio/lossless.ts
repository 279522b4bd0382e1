import type { Json, JsonNumber } from '../json.ts';
import { JsonBeyondLimit, jsonLimits } from '../json-limits.ts';

// JSON.parse rounds numbers, and not every engine this runs on gives their source text. So every bare number is first
// replaced in the text by a JsonNumber; JSON.parse then does the parsing and the checking. For 100,000 readers this takes
// 0.1 s where ids are text, as they should be, and 0.3 to 0.4 s with two numbers in each. The lossless-json package needs
// 0.25 to 0.4 s for either, and its numbers are class instances that it no longer knows after a clone to the window.

const numberPattern = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/;

/** Parses JSON, keeping every number's source text. Throws a SyntaxError if the text is not JSON or beyond `jsonLimits`. */
export function parseLossless(text: string): Json {
  return JSON.parse(keepNumbers(text));
}

/** Writes JSON with every JsonNumber as the number it stands for; `indent` 2 for reading, 0 for sending. */
export function stringifyLossless(value: Json, indent: 0 | 2 = 0, margin = '\n'): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  if (isJsonNumber(value)) return value.value;
  const inner = indent === 0 ? '' : `${margin}  `;
  const outer = indent === 0 ? '' : margin;
  if (isArray(value)) {
    if (value.length === 0) return '[]';
    return `[${inner}${value.map((item) => stringifyLossless(item, indent, inner)).join(`,${inner}`)}${outer}]`;
  }
  const colon = indent === 0 ? ':' : ': ';
  const fields = Object.entries(value).map(
    ([key, field]) => `${JSON.stringify(key)}${colon}${stringifyLossless(field, indent, inner)}`,
  );
  return fields.length === 0 ? '{}' : `{${inner}${fields.join(`,${inner}`)}${outer}}`;
}

/**
 * An object as `stringifyLossless` indents it, piece by piece, for one who makes pauses in a long list: its fields, and
 * after them the list, of which each item is a piece.
 */
export function* indentedPieces(
  fields: { readonly [key: string]: Json },
  [listKey, items]: readonly [listKey: string, items: Iterable<Json>],
): Generator<string> {
  const margin = '\n  ';
  const itemMargin = `${margin}  `;
  yield '{';
  for (const [key, field] of Object.entries(fields)) {
    yield `${margin}${JSON.stringify(key)}: ${stringifyLossless(field, 2, margin)},`;
  }
  yield `${margin}${JSON.stringify(listKey)}: [`;
  let isEmpty = true;
  for (const item of items) {
    yield `${isEmpty ? '' : ','}${itemMargin}${stringifyLossless(item, 2, itemMargin)}`;
    isEmpty = false;
  }
  yield `${isEmpty ? '' : margin}]\n}`;
}

/** Whether a value stands for a number. An object that only looks like one, with text that is no number, does not. */
export function isJsonNumber(value: Json | undefined): value is JsonNumber {
  return (
    typeof value === 'object' &&
    value !== null &&
    'isLosslessNumber' in value &&
    value.isLosslessNumber === true &&
    'value' in value &&
    typeof value.value === 'string' &&
    numberPattern.test(value.value) &&
    Object.keys(value).length === 2
  );
}

// Array.isArray does not narrow read-only arrays.
function isArray(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}

/**
 * The text with each number outside strings replaced by its JsonNumber; the text itself if there is none. Counts levels and
 * values on the way, so that what is beyond the limits is refused before it takes up memory.
 */
function keepNumbers(text: string): string {
  const pieces: string[] = [];
  let copied = 0;
  let at = 0;
  let depth = 0;
  let values = 1;
  let numbers = 0;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (code === quote) at = endOfString(text, at);
    else if (code === minus || isDigit(code)) {
      const end = endOfNumber(text, at);
      const number = text.slice(at, end);
      if (!numberPattern.test(number)) throw new SyntaxError(`“${number.slice(0, 40)}” is not a JSON number`);
      numbers += 1;
      if (numbers > jsonLimits.numbers) throw new JsonBeyondLimit(tooManyNumbers);
      pieces.push(text.slice(copied, at), `{"isLosslessNumber":true,"value":"${number}"}`);
      copied = end;
      at = end;
    } else {
      if (code === openBrace || code === openBracket) {
        depth += 1;
        values += 1;
        if (depth > jsonLimits.depth) throw new JsonBeyondLimit(tooDeep);
      } else if (code === closeBrace || code === closeBracket) depth -= 1;
      else if (code === comma) values += 1;
      if (values > jsonLimits.values) throw new JsonBeyondLimit(tooMany);
      at += 1;
    }
  }
  return pieces.length === 0 ? text : pieces.join('') + text.slice(copied);
}

const tooDeep = `It has values within values more than ${jsonLimits.depth} levels deep.`;
const tooManyNumbers = `It holds more than ${jsonLimits.numbers.toLocaleString('en')} numbers.`;
const tooMany = `It holds more than ${jsonLimits.values.toLocaleString('en')} values.`;

/** The place after the closing quote, or the text's end where there is none (JSON.parse then says so). */
function endOfString(text: string, start: number): number {
  let end = start;
  do {
    end = text.indexOf('"', end + 1);
    if (end < 0) return text.length;
  } while (isEscaped(text, end));
  return end + 1;
}

function isEscaped(text: string, at: number): boolean {
  let backslashes = 0;
  while (text.charCodeAt(at - 1 - backslashes) === backslash) backslashes += 1;
  return backslashes % 2 === 1;
}

function endOfNumber(text: string, start: number): number {
  let end = start + 1;
  while (end < text.length && isNumberPart(text.charCodeAt(end))) end += 1;
  return end;
}

function isNumberPart(code: number): boolean {
  return isDigit(code) || code === minus || code === plus || code === dot || code === smallE || code === capitalE;
}

function isDigit(code: number): boolean {
  return code >= zero && code <= nine;
}

const quote = 0x22;
const plus = 0x2b;
const minus = 0x2d;
const dot = 0x2e;
const zero = 0x30;
const nine = 0x39;
const capitalE = 0x45;
const comma = 0x2c;
const openBracket = 0x5b;
const closeBracket = 0x5d;
const openBrace = 0x7b;
const closeBrace = 0x7d;
const backslash = 0x5c;
const smallE = 0x65;
