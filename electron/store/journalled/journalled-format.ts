import type { z } from 'zod';
import type { AppError } from '../../../core/app-error.ts';
import type { Result } from '../../../core/result.ts';

/** A value that is numbered by its changes. */
export interface Numbered {
  /** Rises by one with each action applied. */
  readonly seq: number;
}

/** How a whole value is written down. */
export interface CheckpointFormat<State> {
  /** Names its file, and says in the first line of each file what it is. */
  readonly name: string;
  /** What this version of the app writes. It reads this one and every earlier one. */
  readonly version: number;
  /** The names of its long parts, in the order they are written; `encode` gives a list for each of them. */
  readonly parts: readonly string[];
  /** `head` is what fits into the first line, `seq` included. */
  encode(state: State): { readonly head: object; readonly lists: { readonly [part: string]: readonly unknown[] } };
  /** A value from its head and lists together, as the given version wrote them; null where they are none. */
  decode(version: number, data: object): State | null;
}

/** How a value that changes by actions is kept: as a checkpoint and journals of the actions since. */
export interface JournalledFormat<State extends Numbered, Action> extends CheckpointFormat<State> {
  readonly empty: State;
  readonly actionSchema: z.ZodType<Action>;
  /** The value after one action, or a refusal: such an action is never written. */
  apply(state: State, action: Action): Result<State, unknown>;
  readonly notices: JournalledNotices;
}

/** What a person is told of the files, in the words of what they hold. */
export interface JournalledNotices {
  /** The journal's last line was not finished. */
  tornLine(): AppError;
  /** A journal cannot be read beyond some point. `copy` is where it was kept. */
  journalDamaged(actions: number, copy: string): AppError;
  /** The checkpoint cannot be read. `aside` is where it was put. */
  setAside(aside: string): AppError;
  newerVersion(path: string): AppError;
  /** The window acted on an earlier state. */
  outOfStep(): AppError;
}
