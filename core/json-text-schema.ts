import { z } from 'zod';
import type { JsonText } from './json-text.ts';

/** 250,000 readers with 100 characters each, and some. */
const longestText = 64 * 1024 * 1024;

/** Takes a `JsonText`, and gives its value as the schema has it; text that is no JSON is an issue like any other. */
export function fromJsonText<T>(schema: z.ZodType<T>): z.ZodType<T, JsonText<T>> {
  return z
    .custom<JsonText<T>>((text) => typeof text === 'string' && text.length <= longestText)
    .transform((text, context): unknown => {
      try {
        return JSON.parse(text);
      } catch {
        context.addIssue('This is no JSON.');
        return z.NEVER;
      }
    })
    .pipe(schema);
}
