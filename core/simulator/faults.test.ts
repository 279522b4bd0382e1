import { describe, expect, test } from 'vitest';
import { type Fault, simulateWithFaults } from './faults.ts';
import { apiPath, simulatorState } from './simulator.ts';

const token = 'right';
const before = simulatorState([
  { id: '1', name: 'North' },
  { id: '2', name: 'South' },
]);
const newList = '{"readers":[{"device_id":"1","device_name":"Gate"},{"device_id":"3","device_name":"Dock"}]}';
const newReaders = [
  { id: '1', name: 'Gate' },
  { id: '3', name: 'Dock' },
];

/** Runs calls one after the other; answers the last state, and the deliveries with their statuses. */
function run(faults: readonly Fault[], calls: readonly ('GET' | 'POST' | 'event')[]) {
  let state = before;
  let left = faults;
  const deliveries = calls.map((call) => {
    const path = call === 'event' ? `${apiPath}/webhooks` : `${apiPath}/devices`;
    const request = { method: call === 'GET' ? 'GET' : 'POST', path, authorization: `Bearer ${token}`, body: newList };
    const outcome = simulateWithFaults(state, left, request, token);
    state = outcome.state;
    left = outcome.faults;
    return outcome.delivery;
  });
  const statuses = deliveries.map((delivery) => ('answer' in delivery ? delivery.answer.status : delivery.kind));
  return { readers: state.readers, deliveries, statuses };
}

describe('which requests a fault meets', () => {
  test('all of them, unless narrowed', () => {
    expect(run([{ kind: 'answer', status: 500 }], ['GET', 'POST']).statuses).toEqual([500, 500]);
    expect(run([{ kind: 'answer', status: 500, method: 'POST' }], ['GET', 'POST']).statuses).toEqual([200, 500]);
    expect(run([{ kind: 'answer', status: 500, call: 'webhooks' }], ['POST', 'event']).statuses).toEqual([200, 500]);
  });

  test('only after some, and only some times', () => {
    const dying: Fault = { kind: 'answer', status: 401, after: 2 };
    expect(run([dying], ['GET', 'GET', 'GET', 'GET']).statuses).toEqual([200, 200, 401, 401]);
    const once: Fault = { kind: 'answer', status: 500, times: 1 };
    expect(run([once], ['GET', 'GET']).statuses).toEqual([500, 200]);
  });

  test('one fault for each request, in their order', () => {
    const faults: Fault[] = [
      { kind: 'answer', status: 500, times: 1 },
      { kind: 'answer', status: 429, times: 2 },
    ];
    expect(run(faults, ['GET', 'GET', 'GET', 'GET']).statuses).toEqual([500, 429, 429, 200]);
  });
});

describe('what a fault does to a write', () => {
  test.each<[Fault, boolean, unknown]>([
    [{ kind: 'latency', ms: 50 }, true, 200],
    [{ kind: 'answer', status: 302, headers: { location: 'https://elsewhere.example' } }, false, 302],
    [{ kind: 'commit, then answer', status: 504 }, true, 504],
    [{ kind: 'hold' }, true, 200],
    [{ kind: 'hang', commit: true }, true, 'never'],
    [{ kind: 'hang', commit: false }, false, 'never'],
    [{ kind: 'reset', commit: true }, true, 'reset'],
    [{ kind: 'reset', commit: false }, false, 'reset'],
    [{ kind: 'reset mid-body' }, true, 200],
    [{ kind: 'slow body', chunkBytes: 1, pauseMs: 1 }, true, 200],
    [{ kind: 'huge body', bytes: 10 }, true, 'huge'],
    [{ kind: 'accept, but ignore' }, false, 200],
    [{ kind: 'ignore other keys', listKey: 'readers' }, true, 200],
    [{ kind: 'ignore other keys', listKey: 'devices' }, false, 200],
  ])('%j', (fault, isStored, answered) => {
    const { readers, statuses } = run([fault], ['POST']);
    expect(readers).toEqual(isStored ? newReaders : before.readers);
    expect(statuses).toEqual([answered]);
  });

  test('store differently: other names and one reader less', () => {
    expect(run([{ kind: 'store differently' }], ['POST']).readers).toEqual([{ id: '1', name: 'GATE' }]);
  });

  test('revert later: the list stands for so many reads, then the former one is back', () => {
    const fault: Fault = { kind: 'revert later', reads: 2, times: 1 };
    expect(run([fault], ['POST', 'GET', 'GET']).readers).toEqual(newReaders);
    const { readers, deliveries } = run([fault], ['POST', 'GET', 'GET', 'GET']);
    expect(readers).toEqual(before.readers);
    expect(deliveries.at(-1)).toMatchObject({ answer: { body: expect.stringContaining('South') } });
  });
});
