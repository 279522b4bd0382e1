/** A value, or the reason there is none. Expected refusals travel as values; exceptions are for bugs. */
export type Result<Value, Failure> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly error: Failure };

export const ok = <Value>(value: Value): { readonly ok: true; readonly value: Value } => ({ ok: true, value });

export const fail = <Failure>(error: Failure): { readonly ok: false; readonly error: Failure } => ({
  ok: false,
  error,
});

/** Ends an exhaustive switch: a compile error where a case is missing, a thrown bug report where types were bypassed. */
export function exhaustive(value: never): never {
  throw new Error(`Unexpected case: ${JSON.stringify(value)}`);
}
