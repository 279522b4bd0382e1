import { z } from 'zod';
import { readerLimits } from '../readers/reader.ts';

/** One call: the schema its input must pass, and the type of the value it answers with. */
export interface Call<Input extends z.ZodType, Output> {
  readonly input: Input;
  /** Carries the output's type only; never set. */
  readonly output?: Output;
}

/** A schema that changes nothing: what the window gives is what main takes. */
export type Checked<T> = z.ZodType<T, T>;

export function answers<Output>() {
  return <Input extends z.ZodType>(input: Input): Call<Input, Output> => ({ input });
}

export const nothing = z.undefined();
/** The ids this app makes. An id names a folder, so nothing else may pass. */
export const connectionId = z.string().regex(/^[a-z0-9-]{1,64}$/);

// Lengths. Each is far above what a person can mean, so that only what is hostile or broken meets it.

/** What a person types into one field. */
export const typed = z.string().max(10_000);
/** A reader's or camera's id or name. */
export const readerText = z.string().max(readerLimits.characters);
/** An id or a time that this app made. */
export const ownText = z.string().max(100);
/** As many of something as a list has readers at most. */
export const manyOf = <T extends z.ZodType>(item: T) => z.array(item).max(readerLimits.count);
export const labels = z.array(z.string().max(2_000)).max(200);
/** A list's row, a draft's number: counted from 0. */
export const rowNumber = z.int().nonnegative();

/** A whole number from `min` to `max`, both included. */
export const within = ({ min, max }: { readonly min: number; readonly max: number }) => z.int().min(min).max(max);
