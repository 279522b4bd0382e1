import { z } from 'zod';
import type { Json } from '../json.ts';
import { jsonLimits } from '../json-limits.ts';
import { type Reader, readerLimits } from './reader.ts';

/** By hand, since lists of 100,000 pass here: an object schema takes 20 times as long. */
export const readerSchema: z.ZodType<Reader> = z.custom<Reader>(isReader);

export function isReader(value: unknown): value is Reader {
  if (!isObject(value) || !('id' in value) || !('name' in value)) return false;
  if (typeof value.id !== 'string' || typeof value.name !== 'string') return false;
  if (value.id.length > readerLimits.characters || value.name.length > readerLimits.characters) return false;
  return !('extra' in value) || (isObject(value.extra) && isJson(value.extra, jsonLimits.depth));
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** `depth`: how many levels it may have. */
function isJson(value: unknown, depth: number): value is Json {
  if (typeof value === 'number') return Number.isFinite(value);
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return true;
  return typeof value === 'object' && depth > 0 && Object.values(value).every((inner) => isJson(inner, depth - 1));
}
