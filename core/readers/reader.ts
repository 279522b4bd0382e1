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
