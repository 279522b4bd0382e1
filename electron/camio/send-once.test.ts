import { Agent } from 'node:http';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { HttpRequest } from '../../core/camio/http.ts';
import { campusReaders } from '../../core/simulator/campus.ts';
import { simulatorState } from '../../core/simulator/simulator.ts';
import { type SimulatorServer, startSimulatorServer } from '../practice/simulator-server.ts';
import { nodeNet } from '../testing/fake-net.ts';
import { createSendOnce } from './send-once.ts';

let server: SimulatorServer;
beforeEach(async () => {
  server = await startSimulatorServer({ state: simulatorState(campusReaders(2)), token: 'right' });
});
afterEach(() => server.close());

interface SessionOfTest {
  readonly name: string;
  closeAllConnections(): Promise<void>;
}

/** Sessions that keep their connections, as Electron's do, and what was done with them, in order. */
function sessions({ refusesToClose = false } = {}) {
  const done: string[] = [];
  const send = createSendOnce<SessionOfTest>(
    {
      request: (options) => {
        done.push(`${options.session?.name ?? 'default'} sends`);
        return nodeNet(new Agent({ keepAlive: true })).request(options);
      },
    },
    {},
    (name) => {
      done.push(`${name} opened`);
      return {
        name,
        closeAllConnections: async () => {
          // Closing takes a while, as it does in another process.
          await new Promise(setImmediate);
          if (refusesToClose) throw new Error('The network service is gone.');
          done.push(`${name} closed`);
        },
      };
    },
  );
  return { send, done };
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

test('what may be sent once at most goes over a session whose connections are closed', async () => {
  const { send, done } = sessions();
  await send(request(true));
  await send(request(true));
  expect(done.slice(0, 4)).toEqual(['once-1 opened', 'once-1 sends', 'once-1 closed', 'once-1 sends']);
});

test('two at a time never share a session, so that neither closes the other’s connection', async () => {
  const { send, done } = sessions();
  const both = await Promise.all([send(request(true)), send(request(true))]);
  expect(both.map(({ kind }) => kind)).toEqual(['answer', 'answer']);
  expect(done.filter((each) => each.endsWith('sends')).sort()).toEqual(['once-1 sends', 'once-2 sends']);
});

test('a session whose connections would not close is not used again', async () => {
  const { send, done } = sessions({ refusesToClose: true });
  await send(request(true));
  await send(request(true));
  expect(done.filter((each) => each.endsWith('sends'))).toEqual(['once-1 sends', 'once-2 sends']);
});

test('everything else keeps its connections', async () => {
  const { send, done } = sessions();
  await send(request());
  expect(done).toEqual(['default sends']);
});
