import { describe, expect, it } from 'vitest';
import type { AppError } from '../app-error.ts';
import { eventIssues } from '../events/event-issues.ts';
import { fail, ok } from '../result.ts';
import { accepted, answered, deskOf, outcomesOf, sweepOf, tooMany, transport } from '../testing/fake-sweep-desk.ts';
import { SweepProgress } from './sweep-progress.ts';

const unreachable = transport({ kind: 'unreachable', reason: 'refused', detail: 'net::ERR_CONNECTION_REFUSED' });
const diskFull: AppError = { code: 'disk', message: 'The disk is full.', next: 'Free some space.' };

describe('a sweep that goes well', () => {
  it('sends one event to each reader, with a time of its own and a label that no other event has', async () => {
    const progress = new SweepProgress(sweepOf(50, { concurrency: 4 }));
    const desk = deskOf(() => accepted);
    expect(await desk.run(progress)).toEqual({ kind: 'finished' });
    expect(desk.sent.map(({ readerId }) => readerId)).toEqual(progress.sweep.readers.map(({ id }) => id));
    expect(new Set(desk.sent.map(({ event }) => event.labels.at(-1))).size).toBe(50);
    expect(desk.sent.flatMap(({ event }) => eventIssues(event))).toEqual([]);
    expect(desk.sent[0]?.event).toMatchObject({
      eventType: 'forced open',
      timestamp: '2026-01-02T03:04:05.000Z',
      labels: ['night shift', 'reader-desk-sweep-lq2v9k3c-7f0z', 'reader-desk-lq2v9k3c-7f0z-000001'],
      actorId: '',
      actorName: '',
    });
    expect(progress.get('r1')).toMatchObject({
      outcome: 'accepted',
      label: 'reader-desk-lq2v9k3c-7f0z-000001',
      status: 200,
      attempts: 1,
    });
  });

  it.each([1, 3, 8])('has at most %i events on their way', async (concurrency) => {
    const desk = deskOf(() => accepted);
    await desk.run(new SweepProgress(sweepOf(40, { concurrency })));
    expect(desk.mostInFlight()).toBe(concurrency);
  });

  it.each([1, 8])('sends no more events a minute than it may, with %i lanes', async (concurrency) => {
    const desk = deskOf(() => accepted);
    await desk.run(new SweepProgress(sweepOf(30, { concurrency, perMinute: 60 })));
    const gaps = desk.sent.slice(1).map(({ atMs }, index) => atMs - (desk.sent[index]?.atMs ?? 0));
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(1_000);
  });

  it('has each event written down before it is sent', async () => {
    const progress = new SweepProgress(sweepOf(20, { concurrency: 8 }));
    const written = new Set<string>();
    const early: string[] = [];
    let sent = 0;
    await deskOf(() => accepted).run(progress, {
      async note(line) {
        progress.apply(line);
        await new Promise(setImmediate);
        if (line.kind === 'sending') written.add(line.readerId);
        return ok(undefined);
      },
      async send({ readerId }) {
        sent += 1;
        if (!written.has(readerId)) early.push(readerId);
        return accepted;
      },
    });
    expect(sent).toBe(20);
    expect(early).toEqual([]);
  });
});

describe('what may have arrived', () => {
  it.each([
    ['an answer of 500', answered(500)],
    ['a timeout', transport({ kind: 'timeout', sent: true })],
    ['a broken connection', transport({ kind: 'broken', sent: true, detail: 'net::ERR_CONNECTION_RESET' })],
    ['an answer that cannot be read', fail({ code: 'unexpected status', status: 202, text: '' } as const)],
  ])('is unknown after %s, and not sent again', async (_what, answer) => {
    const progress = new SweepProgress(sweepOf(3));
    const desk = deskOf((_event, nth) => (nth === 2 ? answer : accepted));
    expect(await desk.run(progress)).toEqual({ kind: 'finished' });
    expect(outcomesOf(progress)).toEqual(['accepted', 'unknown', 'accepted']);
    expect(desk.sent).toHaveLength(3);
    expect(progress.get('r2')?.message).toContain('not known');
  });

  it('holds the sweep where ten in a row are unknown', async () => {
    const progress = new SweepProgress(sweepOf(30));
    const desk = deskOf(() => answered(500));
    expect(await desk.run(progress)).toMatchObject({ kind: 'held', error: { code: 'server-error' } });
    expect(progress.summary().counts).toMatchObject({ unknown: 10, pending: 20 });
  });

  it.each([10, 11])('is at its end where the last of %i readers were the ones unknown', async (readers) => {
    const progress = new SweepProgress(sweepOf(readers, { concurrency: 2 }));
    const desk = deskOf((_event, nth) => (nth > readers - 10 ? answered(500) : accepted));
    expect(await desk.run(progress)).toEqual({ kind: 'finished' });
    expect(progress.summary()).toMatchObject({ counts: { unknown: 10 }, toSend: 0 });
  });
});

describe('what was surely not taken', () => {
  it('is refused with the server’s own words where Camio says no', async () => {
    const progress = new SweepProgress(sweepOf(2));
    await deskOf(() => answered(422)).run(progress);
    expect(progress.get('r1')).toMatchObject({ outcome: 'refused', status: 422 });
    expect(progress.get('r1')?.message).toContain('no such device');
  });

  it('stays pending where the token is refused, with everything after it, and goes on with a new token', async () => {
    const progress = new SweepProgress(sweepOf(10));
    const desk = deskOf((_event, nth) => (nth === 4 ? answered(401) : accepted));
    expect(await desk.run(progress)).toMatchObject({ kind: 'token refused', error: { code: 'unauthorized' } });
    expect(outcomesOf(progress)).toEqual([...Array(3).fill('accepted'), ...Array(7).fill('pending')]);
    expect(desk.sent).toHaveLength(4);
    expect(await desk.run(progress)).toEqual({ kind: 'finished' });
    expect(desk.sent.map(({ readerId }) => readerId)).toEqual([
      ...['r1', 'r2', 'r3', 'r4'],
      ...['r4', 'r5', 'r6', 'r7', 'r8', 'r9', 'r10'],
    ]);
  });

  it('waits as long as Camio asks, and then goes on by itself', async () => {
    const progress = new SweepProgress(sweepOf(6, { concurrency: 3 }));
    const desk = deskOf((_event, nth) => (nth === 2 ? tooMany(7_000) : accepted));
    expect(await desk.run(progress)).toEqual({ kind: 'finished' });
    expect(desk.states).toEqual([{ kind: 'waiting', until: '2026-01-02T03:04:12.000Z' }, { kind: 'running' }]);
    expect(outcomesOf(progress)).toEqual(Array(6).fill('accepted'));
    expect(desk.sent.filter(({ readerId }) => readerId === 'r2').map(({ atMs }) => atMs % 60_000)).toEqual([
      5_000, 12_000,
    ]);
  });

  it('waits a minute where Camio does not say how long', async () => {
    const desk = deskOf((_event, nth) => (nth === 1 ? tooMany(null) : accepted));
    await desk.run(new SweepProgress(sweepOf(1)));
    expect(desk.waits).toEqual([60_000]);
  });

  it.each([
    ['asks to wait for a day', tooMany(86_400_000), 1],
    ['asks to wait again and again', tooMany(1_000), 11],
  ])('holds the sweep where Camio %s', async (_what, answer, times) => {
    const progress = new SweepProgress(sweepOf(3));
    const desk = deskOf(() => answer);
    const end = await desk.run(progress);
    expect(end).toMatchObject({ kind: 'held', error: { code: 'rate-limited' } });
    expect(desk.sent).toHaveLength(times);
    expect(outcomesOf(progress)).toEqual(['pending', 'pending', 'pending']);
    if (times > 1)
      expect(end).toMatchObject({ error: { message: expect.stringContaining(`${times} times in a row`) } });
  });

  it.each([1, 8])('tries a few times to reach Camio, then holds the sweep (%i lanes)', async (concurrency) => {
    const progress = new SweepProgress(sweepOf(20, { concurrency }));
    const desk = deskOf(() => unreachable);
    expect(await desk.run(progress)).toMatchObject({ kind: 'held', error: { code: 'unreachable' } });
    expect(outcomesOf(progress)).toEqual(Array(20).fill('pending'));
    // All lanes wait out the same outage together.
    expect([...new Set(desk.sent.map(({ atMs }) => atMs % 60_000))]).toEqual([5_000, 6_000, 8_000, 13_000]);
  });

  it('goes on where Camio can be reached again', async () => {
    const progress = new SweepProgress(sweepOf(3));
    const desk = deskOf((_event, nth) => (nth === 2 ? unreachable : accepted));
    expect(await desk.run(progress)).toEqual({ kind: 'finished' });
    expect(outcomesOf(progress)).toEqual(['accepted', 'accepted', 'accepted']);
  });

  it('goes on where only some of the events on their way at once did not reach Camio', async () => {
    const progress = new SweepProgress(sweepOf(12, { concurrency: 4 }));
    const desk = deskOf((_event, nth) => (nth === 1 || nth === 3 ? unreachable : accepted));
    expect(await desk.run(progress)).toEqual({ kind: 'finished' });
  });

  it('counts waits that Camio asked for and outages apart', async () => {
    const progress = new SweepProgress(sweepOf(1));
    const answers = [
      ...Array(4).fill(tooMany(1_000)),
      ...Array(3).fill(unreachable),
      tooMany(1_000),
      ...Array(3).fill(unreachable),
    ];
    const desk = deskOf((_event, nth) => answers[nth - 1] ?? accepted);
    expect(await desk.run(progress)).toEqual({ kind: 'finished' });
    expect(desk.waits.slice(4)).toEqual([1_000, 2_000, 5_000, 1_000, 1_000, 2_000, 5_000]);
  });

  it.each([
    ['redirects', fail({ code: 'redirected', status: 302, target: 'https://elsewhere.example/' } as const)],
    ['does not offer the call', fail({ code: 'not offered', status: 404, text: '' } as const)],
  ])('holds the sweep at once where the address %s: it would be so for every reader', async (_what, answer) => {
    const progress = new SweepProgress(sweepOf(5));
    const desk = deskOf(() => answer);
    expect(await desk.run(progress)).toMatchObject({ kind: 'held' });
    expect(desk.sent).toHaveLength(1);
    expect(outcomesOf(progress)).toEqual(Array(5).fill('pending'));
  });
});

describe('pausing and stopping', () => {
  it.each(['pause', 'stop'] as const)('%s: what is in flight is waited for, nothing more is sent', async (wish) => {
    const progress = new SweepProgress(sweepOf(20, { concurrency: 4 }));
    const desk = deskOf((_event, nth) => {
      if (nth === 4) desk[wish].abort();
      return accepted;
    });
    expect(await desk.run(progress)).toEqual({ kind: wish === 'pause' ? 'paused' : 'stopped' });
    const { accepted: done, pending, sending } = progress.summary().counts;
    expect(sending).toBe(0);
    expect(done).toBe(desk.sent.length);
    expect(pending).toBe(20 - done);
  });

  it('ends a long wait', async () => {
    const progress = new SweepProgress(sweepOf(3));
    const desk = deskOf(() => tooMany(30 * 60_000));
    const end = await desk.run(progress, {
      async wait() {
        desk.pause.abort();
      },
    });
    expect(end).toEqual({ kind: 'paused' });
    expect(desk.sent).toHaveLength(1);
  });

  it('takes back what was written down, and not sent yet', async () => {
    const progress = new SweepProgress(sweepOf(3));
    const desk = deskOf(() => accepted);
    const end = await desk.run(progress, {
      async note(line) {
        progress.apply(line);
        desk.pause.abort();
        return ok(undefined);
      },
    });
    expect(end).toEqual({ kind: 'paused' });
    expect(desk.sent).toEqual([]);
    expect(progress.get('r1')).toMatchObject({ outcome: 'pending', label: '', attempts: 0 });
  });
});

describe('a sweep that was stopped for good', () => {
  /** Five readers: the second was refused, then it was stopped; what is asked for once more is answered as told. */
  async function stoppedAfterTwo(again: Parameters<typeof deskOf>[0]) {
    const progress = new SweepProgress(sweepOf(5));
    const first = deskOf((_event, nth) => {
      if (nth === 2) first.stop.abort();
      return nth === 2 ? answered(422) : accepted;
    });
    await first.run(progress);
    expect(progress.state).toEqual({ kind: 'stopped' });
    expect(progress.toSend()).toEqual([]);
    progress.apply({ kind: 'again', readerIds: ['r2'] });
    const desk = deskOf(again);
    await desk.run(progress);
    return { progress, desk };
  }

  it('sends what a person picks, and is stopped still', async () => {
    const { progress, desk } = await stoppedAfterTwo(() => accepted);
    expect(desk.sent.map(({ readerId }) => readerId)).toEqual(['r2']);
    expect(progress.state).toEqual({ kind: 'stopped' });
    expect(outcomesOf(progress)).toEqual(['accepted', 'accepted', 'pending', 'pending', 'pending']);
  });

  it('goes on with nobody else where its token is replaced and it is resumed', async () => {
    const { progress, desk } = await stoppedAfterTwo((_event, nth) => (nth === 1 ? answered(401) : accepted));
    expect(progress.state).toMatchObject({ kind: 'token refused' });
    expect(progress.summary()).toMatchObject({ toSend: 1, counts: { pending: 4 } });
    await desk.run(progress);
    expect(desk.sent.map(({ readerId }) => readerId)).toEqual(['r2', 'r2']);
    expect(progress.state).toEqual({ kind: 'stopped' });
  });

  it('has nothing to resume but what was picked where the app ends meanwhile', async () => {
    const { progress } = await stoppedAfterTwo(() => accepted);
    progress.apply({ kind: 'again', readerIds: ['r2'] });
    progress.apply({ kind: 'state', state: { kind: 'running' } });
    progress.interrupt();
    expect(progress.state).toEqual({ kind: 'interrupted' });
    expect(progress.toSend()).toEqual(['r2']);
  });
});

it('can be resumed where the app ended between a decision to send again and sending', async () => {
  const progress = new SweepProgress(sweepOf(1));
  await deskOf(() => answered(422)).run(progress);
  expect(progress.state).toEqual({ kind: 'finished' });
  progress.apply({ kind: 'again', readerIds: ['r1'] });
  progress.interrupt();
  expect(progress.state).toEqual({ kind: 'paused' });
  expect(progress.toSend()).toEqual(['r1']);
});

describe('a disk that takes no more', () => {
  it('sends nothing that could not be written down before', async () => {
    const progress = new SweepProgress(sweepOf(3));
    const desk = deskOf(() => accepted);
    const end = await desk.run(progress, {
      async note(line) {
        progress.apply(line);
        return fail(diskFull);
      },
    });
    expect(end).toMatchObject({ kind: 'held', error: { code: 'disk' } });
    expect(desk.sent).toEqual([]);
    expect(outcomesOf(progress)).toEqual(['pending', 'pending', 'pending']);
  });

  it('holds the sweep where an outcome could not be written down, and still shows it', async () => {
    const progress = new SweepProgress(sweepOf(5));
    const desk = deskOf(() => accepted);
    const end = await desk.run(progress, {
      async note(line) {
        progress.apply(line);
        return line.kind === 'outcome' ? fail(diskFull) : ok(undefined);
      },
    });
    expect(end).toMatchObject({ kind: 'held', error: { code: 'disk' } });
    expect(outcomesOf(progress).slice(0, 1)).toEqual(['accepted']);
    expect(desk.sent.length).toBeLessThan(5);
  });

  it('is told of even where nothing is left to send', async () => {
    const progress = new SweepProgress(sweepOf(10));
    const end = await deskOf(() => answered(500)).run(progress, {
      async note(line) {
        progress.apply(line);
        return line.kind === 'outcome' && line.readerId === 'r10' ? fail(diskFull) : ok(undefined);
      },
    });
    expect(end).toMatchObject({ kind: 'held', error: { code: 'disk' } });
  });
});

it('ends where this program fails, with what is in flight written down', async () => {
  const progress = new SweepProgress(sweepOf(9, { concurrency: 3 }));
  const desk = deskOf((_event, nth) => {
    if (nth === 2) throw new Error('A bug.');
    return accepted;
  });
  await expect(desk.run(progress)).rejects.toThrow('A bug.');
  expect(desk.sent.length).toBeLessThan(9);
  expect(progress.summary().counts).toMatchObject({ accepted: desk.sent.length - 1, sending: 1 });
});
