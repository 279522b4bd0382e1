import { type RefObject, useEffect, useSyncExternalStore } from 'react';

interface NewLineState<Typed> {
  /** What is typed in it; null while the line is closed. */
  readonly typed: Typed | null;
  /** Rises whenever the line is asked for: the keyboard goes there then. */
  readonly asked: number;
}

/**
 * The line in which new readers or cameras are typed in, kept apart from the page: leaving that does not lose what is
 * half typed.
 */
export class NewLine<Typed> {
  private current: NewLineState<Typed> = { typed: null, asked: 0 };
  private readonly listeners = new Set<() => void>();

  /** `nothing` is what stands in a line that has just been opened. */
  constructor(readonly nothing: Typed) {}

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly state = (): NewLineState<Typed> => this.current;

  /** Opens the line; what is typed in one that is open stays. */
  readonly open = (): void => this.set({ typed: this.current.typed ?? this.nothing, asked: this.current.asked + 1 });

  readonly type = (typed: Typed): void => this.set({ ...this.current, typed });

  readonly close = (): void => this.set({ ...this.current, typed: null });

  private set(state: NewLineState<Typed>): void {
    this.current = state;
    for (const listener of this.listeners) listener();
  }
}

/** What is typed in the line, which puts the keyboard in its first field whenever it is asked for. */
export function useNewLine<Typed>(line: NewLine<Typed>, firstField: RefObject<HTMLElement | null>): Typed {
  const { typed, asked } = useSyncExternalStore(line.subscribe, line.state);
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked for once more, an open line takes the keyboard again
  useEffect(() => firstField.current?.focus(), [asked]);
  return typed ?? line.nothing;
}

/** Whether the line is there, for what only shows it. */
export function useIsLineOpen<Typed>(line: NewLine<Typed>): boolean {
  return useSyncExternalStore(line.subscribe, () => line.state().typed !== null);
}
