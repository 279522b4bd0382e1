import { z } from 'zod';

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
export const connectionId = z.string().min(1).max(64);

/** A whole number from `min` to `max`, both included. */
export const within = ({ min, max }: { readonly min: number; readonly max: number }) => z.int().min(min).max(max);
