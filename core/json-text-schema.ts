import { z } from 'zod';
import type { JsonText } from './json-text.ts';

/** Takes a `JsonText`, and gives its value as the schema has it; text that is no JSON is an issue like any other. */
export function fromJsonText<T>(schema: z.ZodType<T>): z.ZodType<T, JsonText<T>> {
  return z
    .custom<JsonText<T>>((text) => typeof text === 'string')
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
