import { joinParts } from '../../core/draft/action-parts.ts';
import type { DraftAction } from '../../core/draft/draft.ts';

/** A part of an action: `at` counts those before it. */
export interface ArrivingPart {
  readonly at: number;
  readonly isLast: boolean;
  readonly action: DraftAction;
}

/** Long actions on their way from the window, a part at a time: of each connection the one that was begun last. */
export function createActionArrivals() {
  const arrivals = new Map<string, [DraftAction, ...DraftAction[]]>();
  return {
    /** The whole action with its last part, null before it. A first part lets go of what was left half-way. */
    take(connectionId: string, { at, isLast, action }: ArrivingPart): DraftAction | null {
      const begun = at === 0 ? undefined : arrivals.get(connectionId);
      if (at !== (begun?.length ?? 0)) throw new Error(`Part ${at} of an action came out of turn.`);
      const parts = begun ?? [action];
      if (begun) begun.push(action);
      if (!isLast) {
        arrivals.set(connectionId, parts);
        return null;
      }
      arrivals.delete(connectionId);
      return joinParts(parts);
    },
  };
}
