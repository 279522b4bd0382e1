import { afterEach, expect, test } from 'vitest';
import { firstGeneration, laterGeneration } from '../../core/camio/dialect.ts';
import type { Connection } from '../../core/connections/connection.ts';
import { ok } from '../../core/result.ts';
import { campusReaders } from '../../core/simulator/campus.ts';
import type { Fault } from '../../core/simulator/faults.ts';
import { simulatorState } from '../../core/simulator/simulator.ts';
import { createClockWatch } from '../camio/clock-watch.ts';
import { createSend } from '../camio/send.ts';
import { type SimulatorServer, startSimulatorServer } from '../practice/simulator-server.ts';
import { nodeNet } from '../testing/fake-net.ts';
import { createCamioAccounts } from './camio-accounts.ts';
import { createConnectionCheck } from './check.ts';

const token = 'a-token-for-tests';
const servers: SimulatorServer[] = [];
afterEach(async () => {
  for (const server of servers.splice(0)) await server.close();
});

async function check(faults: readonly Fault[], change: Partial<Connection> = {}) {
  const server = await startSimulatorServer({
    state: simulatorState(campusReaders(), 'ops@example.com'),
    token,
    faults,
  });
  servers.push(server);
  const connection: Connection = {
    id: 'main',
    kind: 'camio',
    name: 'Main',
    baseUrl: server.baseUrl,
    dialect: firstGeneration,
    color: 'green',
    accountEmail: null,
    ...change,
  };
  const connections = { get: () => connection };
  const clocks = createClockWatch({ onChange: () => {} });
  const accounts = createCamioAccounts({
    connections,
    secrets: { reveal: async () => ok(token) },
    send: createSend(nodeNet()),
    onOutcome: clocks.observe,
  });
  const result = await createConnectionCheck({ connections, accounts, clocks })('main');
  if (!result.ok) throw new Error(result.error.message);
  const steps = result.value.steps.map(({ name, outcome }) => `${name}: ${outcome}`);
  return {
    ...result.value,
    server,
    messages: result.value.steps.map(({ message }) => message).join('\n'),
    outcomes: steps,
  };
}

const passed = [
  'Reach the server: passed',
  'Read the list: passed',
  'Account: passed',
  'Dialect: passed',
  'Clock: passed',
];

test('says what was seen, step by step', async () => {
  const { outcomes, messages, readers, accountEmail, server } = await check([]);
  expect(outcomes).toEqual(passed);
  expect(readers).toBe(240);
  expect(accountEmail).toBe('ops@example.com');
  expect(messages).toMatch(/^127\.0\.0\.1:\d+ answered in \d+ ms with status 200\.$/m);
  expect(messages).toContain('Camio holds 240 readers.');
  expect(messages).toContain('The token belongs to ops@example.com.');
  expect(server.received.map(({ method }) => method)).toEqual(['GET', 'GET']);
});

test('an account that is not told is no failure', async () => {
  const { outcomes, accountEmail } = await check([{ kind: 'answer', status: 404, call: 'user' }]);
  expect(outcomes).toEqual([passed[0], passed[1], 'Account: unknown', passed[3], passed[4]]);
  expect(accountEmail).toBeNull();
});

test('a list under another key than the connection’s is pointed out', async () => {
  const { outcomes, messages } = await check([], { dialect: laterGeneration });
  expect(outcomes.at(-2)).toBe('Dialect: failed');
  expect(messages).toContain('The list came under “readers”, but a push would send it under “devices”.');
});

test.each([
  [-95_000, '95 seconds ahead of'],
  [3_600_000, '3,600 seconds behind'],
])('a server’s clock that is %d ms ahead is told in seconds', async (aheadMs, says) => {
  const { outcomes, messages } = await check([{ kind: 'clock off', aheadMs }]);
  expect(outcomes.at(-1)).toBe('Clock: failed');
  expect(messages).toContain(`This computer’s clock is ${says} Camio’s.`);
});

test('a clock that is off by half a minute is good enough', async () => {
  expect((await check([{ kind: 'clock off', aheadMs: 29_000 }])).outcomes).toEqual(passed);
});

test.each<[string, Fault, RegExp]>([
  ['a wrong token', { kind: 'answer', status: 401 }, /does not accept the token/],
  ['a web page', { kind: 'answer', status: 200, body: '<html>' }, /web page/],
  ['no list offered', { kind: 'answer', status: 405 }, /does not offer this call/],
])('%s: the server was reached, the list was not read', async (_what, fault, says) => {
  const { outcomes, messages, readers } = await check([fault]);
  expect(outcomes.slice(0, 2)).toEqual(['Reach the server: passed', 'Read the list: failed']);
  expect(messages).toMatch(says);
  expect(readers).toBeNull();
});

test('a server that is not there: nothing more is asked', async () => {
  const { outcomes, messages } = await check([], { baseUrl: 'http://127.0.0.1:1' });
  expect(outcomes).toEqual([
    'Reach the server: failed',
    'Read the list: failed',
    'Account: unknown',
    'Dialect: unknown',
    'Clock: unknown',
  ]);
  expect(messages).toContain('127.0.0.1:1: The server could not be reached');
});
