import { copyFile, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { afterEach, describe, expect, test } from 'vitest';
import { ok } from '../../core/result.ts';
import type { Fault } from '../../core/simulator/faults.ts';
import { simulatorState } from '../../core/simulator/simulator.ts';
import { startSimulatorServer } from '../practice/simulator-server.ts';
import { type SweepWorkspace, shown, startSweepWorkspace } from '../testing/sweep-workspace.ts';
import { value } from '../testing/workspace.ts';

const running: SweepWorkspace[] = [];
async function start(options: Parameters<typeof startSweepWorkspace>[0] = {}) {
  const workspace = await startSweepWorkspace(options);
  running.push(workspace);
  return workspace;
}
afterEach(async () => {
  await Promise.all(running.splice(0).map(({ close }) => close()));
});

const events = { method: 'POST', call: 'webhooks' } as const;
const unique = (ids: readonly string[]) => new Set(ids).size;

describe('on a server without faults', () => {
  test('every reader gets one event, and each is found by its own label', async () => {
    const { startSession, server, receivedIds, allReaders } = await start({ readers: 40 });
    const session = startSession();
    const { sweep, state, counts } = await session.sweep({ concurrency: 8 });
    expect(state).toEqual({ kind: 'finished' });
    expect(counts).toMatchObject({ accepted: 40, pending: 0 });
    expect(receivedIds().sort()).toEqual([...allReaders.readerIds].sort());
    const results = await session.results(sweep.id);
    expect(unique(results.map(({ label }) => label))).toBe(40);
    for (const { label, sentAt } of results) {
      const [body, ...others] = server.received.filter((request) => request.body.includes(`"${label}"`));
      expect(others).toEqual([]);
      expect(JSON.parse(body?.body ?? '')).toMatchObject({
        timestamp: sentAt,
        event_type: 'forced open',
        labels: ['night shift', `reader-desk-sweep-${sweep.id}`, label],
      });
      expect(body?.body).not.toContain('actor');
    }
  });

  test('the window is told of every result, in few batches, and of the end after them', async () => {
    const { startSession } = await start({ readers: 60 });
    const session = startSession();
    const { sweep } = await session.sweep({ concurrency: 8 });
    const last = new Map(session.batches.flatMap(({ results }) => results.map((each) => [each.readerId, each])));
    expect([...last.values()].map(({ outcome }) => outcome)).toEqual(Array(60).fill('accepted'));
    expect(last.size).toBe(60);
    expect(session.batches.length).toBeLessThan(30);
    expect(session.told.at(-1)).toMatchObject({ sweep: { id: sweep.id }, state: { kind: 'finished' } });
  });

  test('a later session lists it and has every result', async () => {
    const { startSession, connectionId } = await start({ readers: 5 });
    const first = startSession();
    const { sweep } = await first.sweep();
    const second = startSession();
    const listed = value(await second.handlers.list({ connectionId }));
    expect(listed).toEqual([first.told.at(-1)]);
    expect(await second.results(sweep.id)).toEqual(await first.results(sweep.id));
  });

  test('two sweeps of a connection never send at once, nor does one that is resumed twice', async () => {
    const { startSession, connectionId, allReaders, server } = await start({ faults: [{ kind: 'latency', ms: 20 }] });
    const session = startSession();
    const ended = session.ended();
    const both = await Promise.all([
      session.handlers.start({ connectionId, ...shown(allReaders) }),
      session.handlers.start({ connectionId, ...shown(allReaders) }),
    ]);
    expect(both.map((each) => (each.ok ? 'ok' : each.error.code))).toEqual(['ok', 'busy']);
    const deleted = await session.sweeps.whileDeleting(connectionId, async () => ok('deleted'));
    expect(deleted).toMatchObject({ ok: false, error: { code: 'busy' } });
    await ended;
    expect(server.state().events).toHaveLength(10);
  });

  test('pausing leaves the rest for resuming, and stopping ends it for good', async () => {
    const { startSession, connectionId, allReaders, takenIds } = await start({
      readers: 30,
      faults: [{ ...events, kind: 'latency', ms: 10 }],
    });
    const session = startSession();
    const { sweep } = value(
      await session.handlers.start({ connectionId, ...shown({ ...allReaders, concurrency: 2 }) }),
    );
    const input = { connectionId, sweepId: sweep.id };
    const paused = session.ended();
    await session.handlers.pause(input);
    const { state, counts } = await paused;
    expect(state.kind).toBe('paused');
    expect(counts.accepted).toBe(takenIds().length);
    expect(counts.pending).toBe(30 - counts.accepted);

    const stopped = session.ended();
    value(await session.handlers.resume(input));
    value(await session.handlers.stop(input));
    expect((await stopped).state.kind).toBe('stopped');
    expect(await session.handlers.resume(input)).toMatchObject({ ok: false, error: { code: 'blocked' } });
    expect(unique(takenIds())).toBe(takenIds().length);
  });

  test('stopping one that is about to go on keeps it from sending', async () => {
    const { startSession, connectionId, allReaders, server, takenIds } = await start({
      readers: 30,
      faults: [{ ...events, kind: 'latency', ms: 10 }],
    });
    const session = startSession();
    const paused = session.ended();
    const { sweep } = value(await session.handlers.start({ connectionId, ...shown(allReaders) }));
    const input = { connectionId, sweepId: sweep.id };
    await session.handlers.pause(input);
    await paused;
    const before = takenIds().length;

    server.setFaults([{ call: 'user', kind: 'hold' }]);
    const resuming = session.handlers.resume(input);
    value(await session.handlers.stop(input));
    server.setFaults([]);
    expect(await resuming).toMatchObject({ ok: false, error: { code: 'blocked' } });
    expect(takenIds()).toHaveLength(before);
    expect(value(await session.handlers.list({ connectionId }))[0]?.state.kind).toBe('stopped');
  });

  test('quitting waits for what is in flight; the next session can resume', async () => {
    const { startSession, connectionId, allReaders, takenIds } = await start({
      faults: [{ ...events, kind: 'latency', ms: 30 }],
    });
    const first = startSession();
    value(await first.handlers.start({ connectionId, ...shown({ ...allReaders, concurrency: 3 }) }));
    await first.sweeps.close();
    const second = startSession();
    const [left] = value(await second.handlers.list({ connectionId }));
    expect(left).toMatchObject({ state: { kind: 'paused' }, counts: { sending: 0, unknown: 0 } });
    const ended = second.ended();
    value(await second.handlers.resume({ connectionId, sweepId: left?.sweep.id ?? '' }));
    expect((await ended).counts.accepted).toBe(10);
    expect(unique(takenIds())).toBe(10);
    expect(takenIds()).toHaveLength(10);
  });
});

describe('on a server with faults', () => {
  test('401 at the fourth of ten: the rest stays pending, and a new token sends it', async () => {
    const { startSession, connectionId, receivedIds, takenIds, allReaders } = await start({
      faults: [{ ...events, kind: 'answer', status: 401, after: 3, times: 1 }],
    });
    const session = startSession();
    const { sweep, state, counts } = await session.sweep();
    expect(state).toMatchObject({ kind: 'token refused', error: { code: 'unauthorized' } });
    expect(counts).toMatchObject({ accepted: 3, pending: 7, refused: 0 });
    expect(receivedIds()).toEqual(allReaders.readerIds.slice(0, 4));

    const ended = session.ended();
    value(await session.handlers.resume({ connectionId, sweepId: sweep.id }));
    expect((await ended).counts.accepted).toBe(10);
    expect(takenIds()).toEqual(allReaders.readerIds);
  });

  test('429 with seconds, and with a date: waits, then goes on, each reader taken once', async () => {
    for (const header of ['1', new Date(Date.now() + 1_500).toUTCString()]) {
      const fault: Fault = {
        ...events,
        kind: 'answer',
        status: 429,
        headers: { 'Retry-After': header },
        after: 2,
        times: 1,
      };
      const { startSession, takenIds, allReaders } = await start({ readers: 4, faults: [fault] });
      const session = startSession();
      const waiting = session.reached('waiting');
      const startedMs = Date.now();
      const { state, counts } = await session.sweep();
      const told = (await waiting).state;
      expect(state.kind).toBe('finished');
      expect(counts.accepted).toBe(4);
      expect(Date.now() - startedMs).toBeGreaterThan(400);
      if (told.kind !== 'waiting') throw new Error('It did not wait.');
      expect(Date.parse(told.until)).toBeGreaterThan(startedMs);
      expect(takenIds()).toEqual(allReaders.readerIds);
    }
  });

  test.each<[string, Fault, string]>([
    ['500 once', { ...events, kind: 'commit, then answer', status: 500, after: 1, times: 1 }, 'server failed'],
    ['a reset mid-body', { ...events, kind: 'reset mid-body', after: 1, times: 1 }, 'broke off'],
    ['a reset', { ...events, kind: 'reset', commit: true, after: 1, times: 1 }, 'broke off'],
    ['no answer', { ...events, kind: 'hang', commit: true, after: 1, times: 1 }, 'did not answer in time'],
  ])('%s: that reader is unknown, the others go on, nobody gets a second event', async (_what, fault, why) => {
    const { startSession, receivedIds, allReaders } = await start({ readers: 4, faults: [fault], timeoutMs: 300 });
    const session = startSession();
    const { sweep, state, counts } = await session.sweep();
    expect(state.kind).toBe('finished');
    expect(counts).toMatchObject({ accepted: 3, unknown: 1 });
    expect(receivedIds()).toEqual(allReaders.readerIds);
    expect((await session.results(sweep.id))[1]?.message).toContain(why);
  });

  test('an unknown one is sent again only where a person says so, with a label of its own', async () => {
    const { startSession, connectionId, receivedIds, allReaders } = await start({
      readers: 3,
      faults: [{ ...events, kind: 'reset', commit: true, after: 1, times: 1 }],
    });
    const session = startSession();
    const { sweep } = await session.sweep();
    const [, before] = await session.results(sweep.id);
    const unknownId = allReaders.readerIds[1] ?? '';
    const input = { connectionId, sweepId: sweep.id };
    expect(await session.handlers.resume(input)).toMatchObject({ ok: false, error: { code: 'blocked' } });
    expect(await session.handlers.sendAgain({ ...input, readerIds: [...allReaders.readerIds] })).toMatchObject({
      ok: false,
      error: { code: 'invalid-input' },
    });
    const ended = session.ended();
    value(await session.handlers.sendAgain({ ...input, readerIds: [unknownId] }));
    expect((await ended).counts).toMatchObject({ accepted: 3, unknown: 0 });
    const [, after] = await session.results(sweep.id);
    expect(after).toMatchObject({ outcome: 'accepted', attempts: 2 });
    expect(after?.label).not.toBe(before?.label);
    expect(receivedIds()).toEqual([...allReaders.readerIds, unknownId]);
  });

  test('a redirect holds it: nobody else sees the token, and everything stays pending', async () => {
    const elsewhere = await start();
    const location = `${elsewhere.server.baseUrl}/webhooks`;
    const { startSession, receivedIds } = await start({
      faults: [{ ...events, kind: 'answer', status: 302, headers: { location } }],
    });
    const before = elsewhere.server.received.length;
    const { state, counts } = await startSession().sweep();
    expect(state).toMatchObject({
      kind: 'held',
      error: { code: 'redirected', message: expect.stringContaining(location) },
    });
    expect(counts.pending).toBe(10);
    expect(receivedIds()).toHaveLength(1);
    expect(elsewhere.server.received).toHaveLength(before);
  });

  test('a slow server is waited for', async () => {
    const { startSession, receivedIds } = await start({
      readers: 4,
      faults: [{ ...events, kind: 'slow body', chunkBytes: 1, pauseMs: 5 }],
    });
    const { counts } = await startSession().sweep({ concurrency: 2 });
    expect(counts.accepted).toBe(4);
    expect(receivedIds()).toHaveLength(4);
  });

  test('422 is refused with the server’s own text, and nothing is tried again', async () => {
    const { startSession, receivedIds } = await start({
      readers: 3,
      faults: [{ ...events, kind: 'answer', status: 422, body: 'device_id <b>unknown</b>', after: 1, times: 1 }],
    });
    const session = startSession();
    const { sweep, counts } = await session.sweep();
    expect(counts).toMatchObject({ accepted: 2, refused: 1 });
    expect((await session.results(sweep.id))[1]).toMatchObject({ status: 422, outcome: 'refused' });
    expect((await session.results(sweep.id))[1]?.message).toContain('device_id <b>unknown</b>');
    expect(receivedIds()).toHaveLength(3);
  });

  test('a server that is not there holds it after a few tries, with everything pending', async () => {
    const { startSession, connections, connectionId } = await start({ readers: 3 });
    const gone = await startSimulatorServer({ state: simulatorState([]), token: '' });
    await gone.close();
    const connection = connections.get(connectionId);
    if (!connection) throw new Error('No connection.');
    connections.put({ ...connection, baseUrl: gone.baseUrl });
    const { state, counts } = await startSession().sweep({ concurrency: 3 });
    expect(state).toMatchObject({ kind: 'held', error: { code: 'unreachable' } });
    expect(counts.pending).toBe(3);
  }, 20_000);
});

describe('is not begun, and nothing is sent', () => {
  test('to another account than last time, also when it is resumed', async () => {
    const { startSession, connectionId, connections, server, receivedIds, allReaders } = await start({
      faults: [{ ...events, kind: 'answer', status: 401, after: 2, times: 1 }],
    });
    const session = startSession();
    const { sweep } = await session.sweep();
    const before = receivedIds().length;
    const connection = connections.get(connectionId);
    if (!connection) throw new Error('No connection.');
    server.setState({ ...server.state(), email: 'somebody@else.example' });
    const refused = { ok: false, error: { code: 'confirmation-needed' } };
    expect(await session.handlers.resume({ connectionId, sweepId: sweep.id })).toMatchObject(refused);
    expect(await session.handlers.start({ connectionId, ...shown(allReaders) })).toMatchObject(refused);
    expect(receivedIds()).toHaveLength(before);
    expect(value(await session.handlers.list({ connectionId }))).toHaveLength(1);
  });

  test.each([
    ['readers that are not in the list', { readerIds: ['gone', 'also gone'] }, 'not-found'],
    ['labels with control characters', { labels: ['night\u0007'] }, 'invalid-input'],
    ['empty labels', { labels: [' '] }, 'invalid-input'],
  ])('with %s', async (_what, wrong, code) => {
    const { startSession, connectionId, allReaders, server } = await start();
    const session = startSession();
    const answer = await session.handlers.start({ connectionId, ...shown({ ...allReaders, ...wrong }) });
    expect(answer).toMatchObject({ ok: false, error: { code } });
    expect(server.state().events).toEqual([]);
    expect(await session.handlers.list({ connectionId })).toEqual(ok([]));
  });

  test('where it cannot be written down', async () => {
    const { startSession, connectionId, allReaders, server, folder } = await start();
    await writeFile(join(folder, 'sweeps'), 'in the way');
    const session = startSession();
    const answer = await session.handlers.start({ connectionId, ...shown(allReaders) });
    expect(answer).toMatchObject({ ok: false, error: { code: 'disk' } });
    expect(server.state().events).toEqual([]);
    await rm(join(folder, 'sweeps'));
    expect(await session.handlers.list({ connectionId })).toEqual(ok([]));
  });
});

describe('the files of sweeps', () => {
  test('one that is being begun is left alone by whoever lists them meanwhile', async () => {
    const { startSession, connectionId, allReaders } = await start({ readers: 6_000 });
    const session = startSession();
    const paused = session.ended();
    let begun = false;
    const starting = session.handlers.start({ connectionId, ...shown(allReaders) }).finally(() => {
      begun = true;
    });
    while (!begun) value(await session.handlers.list({ connectionId }));
    const { sweep } = value(await starting);
    await session.handlers.pause({ connectionId, sweepId: sweep.id });
    await paused;
    expect(value(await startSession().handlers.list({ connectionId }))).toMatchObject([{ sweep: { id: sweep.id } }]);
  });

  async function swept() {
    const workspace = await start({ readers: 6 });
    const first = workspace.startSession();
    const { sweep } = await first.sweep();
    const path = join(workspace.folder, 'sweeps', `${sweep.id}.jsonl`);
    return { ...workspace, sweepId: sweep.id, path };
  }

  test('a damaged one is set aside, said once, and the others are listed', async () => {
    const { startSession, connectionId, path, folder, notices } = await swept();
    const text = await readFile(path, 'utf8');
    await startSession().sweep();
    await writeFile(path, text.replace('"forced open"', '"forced_open"'));
    const session = startSession();
    expect(value(await session.handlers.list({ connectionId }))).toHaveLength(1);
    expect(notices).toMatchObject([{ code: 'corrupt-file', message: expect.stringContaining('damaged') }]);
    const aside = (await readdir(join(folder, 'sweeps'))).find((name) => name.includes('unreadable'));
    expect(notices[0]?.next).toContain(aside);
    expect(value(await session.handlers.list({ connectionId }))).toHaveLength(1);
    expect(notices).toHaveLength(1);
  });

  test('files that are not theirs are left alone, and so is a copy that somebody made', async () => {
    const { startSession, connectionId, path, folder, notices } = await swept();
    const sweeps = join(folder, 'sweeps');
    await copyFile(path, path.replace('.jsonl', '-copy.jsonl'));
    await writeFile(join(sweeps, 'notes.jsonl'), 'What I saw at the door');
    await writeFile(join(sweeps, 'events.jsonl'), '{"door":1}\n{"door":2}\n');
    await writeFile(join(sweeps, 'empty.jsonl'), '');
    await mkdir(join(sweeps, 'folder.jsonl'));
    const before = await readdir(sweeps);
    expect(value(await startSession().handlers.list({ connectionId }))).toHaveLength(1);
    expect(await readdir(sweeps)).toEqual(before);
    expect(notices).toEqual([]);
  });

  test('one with a damaged line keeps all its other results, and says once that something was lost', async () => {
    const { startSession, connectionId, sweepId, path, folder, notices } = await swept();
    const text = await readFile(path, 'utf8');
    await writeFile(path, text.replace('"accepted"', '"refused_"'));
    const session = startSession();
    expect(value(await session.handlers.list({ connectionId }))).toMatchObject([
      { state: { kind: 'finished' }, counts: { accepted: 5, unknown: 1, pending: 0 } },
    ]);
    expect((await session.results(sweepId))[0]).toMatchObject({
      outcome: 'unknown',
      label: expect.stringMatching(/-000001$/),
    });
    expect(notices).toMatchObject([{ code: 'corrupt-file', message: expect.stringContaining('The rest is there') }]);
    const copy = (await readdir(join(folder, 'sweeps'))).find((name) => name.includes('.damaged-'));
    expect(notices[0]?.next).toContain(copy);
    expect(value(await startSession().handlers.list({ connectionId }))).toHaveLength(1);
    expect(notices).toHaveLength(1);
  });

  test('a damaged one is repaired once, by whoever comes first', async () => {
    const { startSession, connectionId, sweepId, path, notices } = await swept();
    const damaged = (await readFile(path, 'utf8')).replace('"accepted"', '"refused_"');
    for (let turns = 0; turns < 40; turns++) {
      await writeFile(path, damaged);
      const session = startSession();
      const listing = session.handlers.list({ connectionId });
      for (let turn = 0; turn < turns; turn++) await nextTurn();
      await session.results(sweepId);
      value(await listing);
      expect(notices.splice(0)).toHaveLength(1);
    }
  });

  test('one of a newer version is left alone', async () => {
    const { startSession, connectionId, path, notices } = await swept();
    const { checkedLine } = await import('../store/checked-lines.ts');
    const newer = checkedLine({ kind: 'sweep', version: 2 });
    await writeFile(path, newer);
    expect(value(await startSession().handlers.list({ connectionId }))).toEqual([]);
    expect(notices).toMatchObject([{ message: expect.stringContaining('newer version') }]);
    expect(await readFile(path, 'utf8')).toBe(newer);
  });

  test('what a person signed off is there in the next session, and goes with a new event', async () => {
    const { startSession, connectionId, sweepId, allReaders } = await swept();
    const at = '2026-01-02T03:04:05.000Z';
    const [one = '', two = '', three = ''] = allReaders.readerIds;
    const first = startSession();
    const signOff = { seen: true, note: 'Clear view', at };
    value(await first.sweeps.signOff(connectionId, sweepId, [one, two, two], signOff));
    value(await first.sweeps.signOff(connectionId, sweepId, [two], null));
    value(await first.sweeps.signOff(connectionId, sweepId, [three], { seen: false, note: '', at }));
    await first.sweeps.close();
    const second = startSession();
    expect(value(await second.handlers.list({ connectionId }))[0]?.seen).toBe(1);
    expect((await second.results(sweepId)).map(({ signOff: each }) => each?.seen ?? null)).toEqual([
      true,
      null,
      false,
      null,
      null,
      null,
    ]);
  });
});
