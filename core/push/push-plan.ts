import type { AppError } from '../app-error.ts';
import type { ListKey } from '../camio/dialect.ts';
import type { CamioFailure } from '../camio/failure.ts';
import type { AccountStanding } from '../connections/account.ts';
import type { Brake } from '../draft/brake.ts';
import type { Draft } from '../draft/draft.ts';
import type { Reader, RemoteList } from '../readers/reader.ts';
import type { Result } from '../result.ts';

/** What is to be pushed: the draft as reviewed and exactly the bytes the review showed. */
export interface PushPlan {
  readonly draft: Draft;
  /** Made by `encodeDeviceList` from the draft's readers. */
  readonly body: string;
  /** The key the body holds the list under. */
  readonly listKey: ListKey;
  /** What the person typed to release the brake; '' where it was not asked for. */
  readonly typed: string;
  /** What the person typed to send over a list that cannot be seen; '' where it was not asked for. */
  readonly unseen: string;
}

/** Camio's list, and the key it came under. */
export interface SeenList {
  readonly readers: readonly Reader[];
  readonly seenAs: ListKey | 'bare';
}

/** What a push does to the world. None of these rejects. */
export interface PushEffects {
  /** `cancel` ends the call early; null where it must run to its end. */
  readList(cancel: AbortSignal | null): Promise<Result<SeenList, CamioFailure>>;
  /** Asks whose account it is. */
  askAccount(cancel: AbortSignal): Promise<AccountStanding>;
  /** Camio holds another list than the draft's base: what that lost of the base is kept, on disk. */
  keepLost(remote: RemoteList): Promise<Result<unknown, AppError>>;
  /**
   * Asks the person once more, outside the window, if this push needs that. `agreed` may have taken long.
   */
  agree(brake: Brake | null): Promise<'not needed' | 'agreed' | 'declined'>;
  /** Keeps the list that is about to be overwritten, on disk. */
  backUp(remote: RemoteList): Promise<Result<unknown, AppError>>;
  /** Writes down, on disk, that the list is about to be sent: after a crash nobody could tell otherwise. */
  noteSending(): Promise<Result<void, AppError>>;
  /** Takes that note away: it is known what became of the list. */
  noteSettled(): Promise<void>;
  /** Replaces Camio's list. */
  replaceList(body: string): Promise<Result<unknown, CamioFailure>>;
  /** Puts the draft on the list that was read back and found to be what was sent. */
  adopt(stored: RemoteList): Promise<Result<void, AppError>>;
  /** Puts the draft on the list as it was sent, which nobody could read back. */
  adoptUnseen(): Promise<Result<void, AppError>>;
  /** Waits so long, or until cancelled. */
  wait(ms: number, cancel: AbortSignal): Promise<void>;
  /** From 0 up to 1, for waiting times that do not fall together with everybody else's. */
  random(): number;
  /** The current time, ISO 8601 in UTC. */
  now(): string;
}

/** The time so many ms after an ISO 8601 one. */
export function timeAfter(now: string, ms: number): string {
  return new Date(Date.parse(now) + ms).toISOString();
}
