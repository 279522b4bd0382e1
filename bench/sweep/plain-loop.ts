import { Agent, request } from 'node:http';
import { firstGeneration } from '../../core/camio/dialect.ts';
import { encodeEvent } from '../../core/events/event-body.ts';
import type { BenchServer } from './bench-server.ts';

/**
 * Events per second of a loop that posts and does nothing else: no journal, no labels of their own, no window, one body for
 * all. `kept`: over as many kept connections as lanes; otherwise over a new connection for each event.
 */
export async function plainLoop(
  { baseUrl, token }: BenchServer,
  { events, lanes, kept }: { readonly events: number; readonly lanes: number; readonly kept: boolean },
): Promise<number> {
  const body = encodeEvent(
    {
      readerId: '000001',
      timestamp: new Date().toISOString(),
      eventType: 'forced open',
      labels: ['reader-desk-sweep-lq2v9k3c-7f0z', 'reader-desk-lq2v9k3c-7f0z-000001'],
      actorId: '',
      actorName: '',
    },
    firstGeneration,
  );
  const agent = new Agent({ keepAlive: kept, maxSockets: lanes });
  const headers = {
    Authorization: `Bearer ${token}`,
    'Content-Type': 'application/json',
    'Content-Length': Buffer.byteLength(body),
  };
  const post = () =>
    new Promise<void>((resolve, reject) => {
      const outgoing = request(`${baseUrl}/webhooks`, { method: 'POST', headers, agent }, (answer) => {
        if (answer.statusCode !== 200) reject(new Error(`The server answered ${answer.statusCode}.`));
        answer.resume();
        answer.on('end', resolve);
      });
      outgoing.on('error', reject);
      outgoing.end(body);
    });
  let left = events;
  const startedMs = performance.now();
  await Promise.all(
    Array.from({ length: lanes }, async () => {
      while (left > 0) {
        left -= 1;
        await post();
      }
    }),
  );
  const tookMs = performance.now() - startedMs;
  agent.destroy();
  return (events / tookMs) * 1_000;
}
