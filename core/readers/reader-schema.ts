import { z } from 'zod';
import type { Json } from '../json.ts';
import type { Reader } from './reader.ts';

/** By hand, since lists of 100,000 pass here: an object schema takes 20 times as long. */
export const readerSchema: z.ZodType<Reader> = z.custom<Reader>(isReader);

export function isReader(value: unknown): value is Reader {
  if (!isObject(value) || !('id' in value) || !('name' in value)) return false;
  if (typeof value.id !== 'string' || typeof value.name !== 'string') return false;
  return !('extra' in value) || (isObject(value.extra) && isJson(value.extra));
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isJson(value: unknown): value is Json {
  if (typeof value === 'number') return Number.isFinite(value);
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return true;
  return typeof value === 'object' && Object.values(value).every(isJson);
}
