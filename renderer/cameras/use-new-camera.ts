import { useSyncExternalStore } from 'react';
import { perPlanSession } from './per-plan-session.ts';
import type { NewCamera } from './plan-actions.ts';

export const nothingTyped: NewCamera = { id: '', name: '', site: '' };

/** What is typed in the line for new cameras, kept beside the plan: leaving the page or the view does not lose it. */
class NewCameraLine {
  private typed: NewCamera | null = null;
  private readonly listeners = new Set<() => void>();

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** Null while the line is closed. */
  readonly state = (): NewCamera | null => this.typed;

  /** Opens the line; what is typed in one that is open stays. */
  readonly open = (): void => this.type(this.typed ?? nothingTyped);

  readonly type = (typed: NewCamera): void => this.set(typed);

  readonly close = (): void => this.set(null);

  private set(typed: NewCamera | null): void {
    this.typed = typed;
    for (const listener of this.listeners) listener();
  }
}

/** The line for new cameras of the open connection's plan. */
export const useNewCameraLine = perPlanSession(() => new NewCameraLine());

/** What is typed in that line; null while it is closed. */
export function useTypedCamera(): NewCamera | null {
  const line = useNewCameraLine();
  return useSyncExternalStore(line.subscribe, line.state);
}

export function useIsAddingCamera(): boolean {
  const line = useNewCameraLine();
  return useSyncExternalStore(line.subscribe, () => line.state() !== null);
}
