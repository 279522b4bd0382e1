import type { Result } from '../../core/result.ts';

/** An act of the person that main has not acknowledged yet, with the value it led to. */
export interface PendingAction<Value, Action> {
  readonly action: Action;
  readonly value: Value;
}

interface Uncarried<Value, Action> {
  readonly pending: readonly PendingAction<Value, Action>[];
  /** What the pending actions began from. */
  readonly saved: Value;
  readonly reloaded: Value;
  /** The first action was sent and its answer got lost, so main may have it. */
  readonly unanswered: boolean;
}

interface Carried<Value, Action> {
  readonly pending: PendingAction<Value, Action>[];
  readonly leftOut: number;
}

/** How an action is put onto another value than the one it was made for. */
interface Carrying<Value, Action> {
  readonly apply: (value: Value, action: Action) => Result<{ readonly value: Value }, unknown>;
  readonly adapt: (action: Action, from: Value, to: Value) => Action;
}

/**
 * Puts actions that are not on disk yet onto a value that was just read from main. Actions that no longer apply (what
 * they speak of is gone) are left out and counted.
 */
export function carryOver<Value extends { readonly seq: number }, Action>(
  { pending, saved, reloaded, unanswered }: Uncarried<Value, Action>,
  { apply, adapt }: Carrying<Value, Action>,
): Carried<Value, Action> {
  // The window is the only one who acts on it: where main is ahead after a lost answer, it did that action.
  const known = unanswered && reloaded.seq > saved.seq ? 1 : 0;
  const start = (known === 1 ? pending[0]?.value : null) ?? saved;
  const carried: PendingAction<Value, Action>[] = [];
  let value = reloaded;
  for (const { action } of pending.slice(known)) {
    const adapted = adapt(action, start, reloaded);
    const applied = apply(value, adapted);
    if (!applied.ok) continue;
    value = applied.value.value;
    carried.push({ action: adapted, value });
  }
  return { pending: carried, leftOut: pending.length - known - carried.length };
}
