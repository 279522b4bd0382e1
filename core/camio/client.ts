import type { Reader } from '../readers/reader.ts';
import type { Result } from '../result.ts';
import type { ListKey } from './dialect.ts';
import type { CamioFailure } from './failure.ts';

/** The list as read, under which key it came (`bare`: an array without a key), and how long the call took. */
export interface ReadList {
  readonly readers: readonly Reader[];
  readonly seenAs: ListKey | 'bare';
  readonly status: number;
  readonly latencyMs: number;
}

/** A write that was answered with 200 or 204. It says nothing about what was stored. */
export interface Accepted {
  readonly status: number;
  readonly latencyMs: number;
  /** The server's answer as text, at most 2,000 characters. */
  readonly answer: string;
}

/** Camio's calls for one account. Never rejects; failures are values. */
export interface CamioClient {
  readList(signal: AbortSignal): Promise<Result<ReadList, CamioFailure>>;
  /** Posts exactly `body`, made by `encodeDeviceList`. Replaces the whole stored list. */
  replaceList(body: string, signal: AbortSignal): Promise<Result<Accepted, CamioFailure>>;
  /** Posts exactly `body`, made by `encodeEvent`. */
  sendEvent(body: string, signal: AbortSignal): Promise<Result<Accepted & { readonly sentAt: string }, CamioFailure>>;
  /** The account's email; null where the server answered without one. */
  whoAmI(signal: AbortSignal): Promise<Result<{ readonly email: string | null }, CamioFailure>>;
}
