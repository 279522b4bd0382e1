import { Agent as PlainAgent } from 'node:http';
import { Agent as SecureAgent } from 'node:https';

interface Agents {
  readonly 'http:': PlainAgent;
  readonly 'https:': SecureAgent;
}

/** The kept connections of each session; those of the default session have no key. */
const kept = new Map<object | undefined, Agents>();

/** Where a session's requests find connections that were used before. */
export function agentsOf(session: object | undefined): Agents {
  const known = kept.get(session);
  if (known) return known;
  const agents = { 'http:': new PlainAgent({ keepAlive: true }), 'https:': new SecureAgent({ keepAlive: true }) };
  kept.set(session, agents);
  return agents;
}

/** Ends a session's connections, those in use included. */
export function closeConnections(session: object): void {
  const agents = kept.get(session);
  agents?.['http:'].destroy();
  agents?.['https:'].destroy();
}
