import { Agent } from 'node:http';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { HttpRequest } from '../../core/camio/http.ts';
import { campusReaders } from '../../core/camio/simulator/campus.ts';
import { simulatorState } from '../../core/camio/simulator/simulator.ts';
import { type SimulatorServer, startSimulatorServer } from '../practice/simulator-server.ts';
import { nodeNet } from './node-net.fixture.ts';
import { createSendOnce } from './send-once.ts';

let server: SimulatorServer;
beforeEach(async () => {
  server = await startSimulatorServer({ state: simulatorState(campusReaders(2)), token: 'right' });
});
afterEach(() => server.close());

/** Sessions that keep their connections, as Electron's do, and what was done with each. */
function sessions() {
  const opened: string[] = [];
  const used: string[] = [];
  let closings = 0;
  const send = createSendOnce<{ name: string; closeAllConnections(): Promise<void> }>(
    {
      request: (options) => {
        used.push(options.session?.name ?? 'default');
        return nodeNet(new Agent({ keepAlive: true })).request(options);
      },
    },
    () => undefined,
    (name) => {
      opened.push(name);
      return {
        name,
        closeAllConnections: async () => {
          closings += 1;
        },
      };
    },
  );
  return { send, opened, used, closings: () => closings };
}

const request = (once?: true): HttpRequest => ({
  method: 'POST',
  url: `${server.baseUrl}/devices`,
  headers: { Authorization: 'Bearer right' },
  body: '{"readers":[]}',
  timeoutMs: 5_000,
  maxAnswerBytes: 1_000,
  signal: new AbortController().signal,
  ...(once ? { once } : {}),
});

test('what may be sent once at most goes over a session whose connections were closed before', async () => {
  const { send, opened, used, closings } = sessions();
  await send(request(true));
  await send(request(true));
  expect(used).toEqual(['once-1', 'once-1']);
  expect(opened).toEqual(['once-1']);
  expect(closings()).toBe(2);
});

test('two at a time never share a session, so that neither closes the other’s connection', async () => {
  const { send, used } = sessions();
  const both = await Promise.all([send(request(true)), send(request(true))]);
  expect(both.map(({ kind }) => kind)).toEqual(['answer', 'answer']);
  expect(used.sort()).toEqual(['once-1', 'once-2']);
});

test('everything else keeps its connections', async () => {
  const { send, used, closings } = sessions();
  await send(request());
  expect(used).toEqual(['default']);
  expect(closings()).toBe(0);
});
