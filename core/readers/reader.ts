import type { Json } from '../json.ts';

/**
 * One entry of Camio's device list: `device_id` and `device_name` on the wire. A name Camio does not have is ''.
 * `extra` holds the fields this version does not know, in their order, so that a push gives them back unchanged.
 */
export interface Reader {
  readonly id: string;
  readonly name: string;
  readonly extra?: { readonly [field: string]: Json };
}

/** What Camio holds, as last read. `readAt` is an ISO 8601 time in UTC. */
export interface RemoteList {
  readonly readers: readonly Reader[];
  readonly readAt: string;
}

/**
 * The most readers of a list, and the most characters of an id or a name, taken from anywhere. 32,767 is the longest cell of Excel.
 */
export const readerLimits = { count: 250_000, characters: 32_767 } as const;
