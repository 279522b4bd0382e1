import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { cases } from '../../core/testing/cases.ts';
import {
  accepted,
  answered,
  deskOf,
  outcomesOf,
  sweepOf,
  tooMany,
  transport,
} from '../../core/testing/fake-sweep-desk.ts';
import { readCheckedLines } from '../store/checked-lines.ts';
import { SweepFile } from './sweep-file.ts';

let folder = '';
let path = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'reader-desk-sweep-'));
  path = join(folder, 'sweep.jsonl');
  copies = [];
});
afterEach(() => rm(folder, { recursive: true }));

const unheard = () => {};

/** Copies that were made of damaged files. */
let copies: string[] = [];
const open = (file: string) =>
  SweepFile.open(file, unheard, { damaged: (copy) => void copies.push(copy), now: () => new Date() });

async function reopen(file = path): Promise<SweepFile> {
  const opened = await open(file);
  if (!opened.ok) throw new Error(`It did not open: ${opened.error.kind}.`);
  return opened.value;
}

/** What Camio answers, and whether it may have taken the event. */
const answers = {
  accepted: { answer: accepted, mayHaveTaken: true },
  'taken, no answer': { answer: transport({ kind: 'timeout', sent: true }), mayHaveTaken: true },
  'taken, then 500': { answer: answered(500), mayHaveTaken: true },
  refused: { answer: answered(422), mayHaveTaken: false },
  'asked to wait': { answer: tooMany(1_000), mayHaveTaken: false },
  'not reached': {
    answer: transport({ kind: 'unreachable', reason: 'offline', detail: 'net::ERR_INTERNET_DISCONNECTED' }),
    mayHaveTaken: false,
  },
} as const;
type AnswerName = keyof typeof answers;

/** Runs what is pending, with these answers in turn and then none but accepted; answers who may have got an event. */
async function run(file: SweepFile, script: readonly AnswerName[]): Promise<{ readerId: string; label: string }[]> {
  const taken: { readerId: string; label: string }[] = [];
  const desk = deskOf((event, nth) => {
    const { answer, mayHaveTaken } = answers[script[nth - 1] ?? 'accepted'];
    if (mayHaveTaken) taken.push({ readerId: event.readerId, label: event.labels.at(-1) ?? '' });
    return answer;
  });
  await file.record({ kind: 'state', state: { kind: 'running' } });
  const end = await desk.run(file.progress, { note: (line) => file.note(line) });
  await file.record({ kind: 'state', state: end });
  await file.close();
  return taken;
}

describe('a sweep cut off by a crash', () => {
  it('gives each reader one event at most when it is resumed, wherever in its journal it was cut', async () => {
    const anyAnswer = fc.constantFrom(...Object.keys(answers).filter((name): name is AnswerName => name in answers));
    const anySweep = fc.record({
      script: fc.array(anyAnswer, { maxLength: 6 }),
      concurrency: fc.integer({ min: 1, max: 3 }),
    });
    await fc.assert(
      fc.asyncProperty(anySweep, async ({ script, concurrency }) => {
        await rm(path, { force: true });
        const first = SweepFile.begin(path, sweepOf(4, { concurrency }), unheard);
        const taken = await run(first, script);
        const whole = await readFile(path);
        const { values, ends } = readCheckedLines(whole);
        /** Where the line of each event ends: before that it was not sent. */
        const announced = new Map(
          values.flatMap((value, index) => {
            const label = typeof value === 'object' && value !== null && 'label' in value ? value.label : null;
            return label === null ? [] : [[label, ends[index] ?? 0] as const];
          }),
        );
        const cutPath = join(folder, 'cut.jsonl');
        // The first line, the sweep itself, can be torn as a whole only; see the test below. At every byte in the long run.
        const everyBytes = cases(13, 1);
        for (let cut = ends[0] ?? 0; cut <= whole.length; cut += everyBytes) {
          await writeFile(cutPath, whole.subarray(0, cut));
          const cutOff = await reopen(cutPath);
          const before = taken.filter(({ label }) => (announced.get(label) ?? 0) <= cut);
          expect(cutOff.progress.summary().counts.sending).toBe(0);
          const after = await run(cutOff, []);
          const all = [...before, ...after].map(({ readerId }) => readerId);
          expect(new Set(all).size, `cut at ${cut} of ${whole.length}`).toBe(all.length);
          // Nobody is forgotten: who got no event was refused, or may have had one.
          for (const { readerId, outcome } of cutOff.progress.results()) {
            if (!all.includes(readerId)) expect(['refused', 'unknown']).toContain(outcome);
          }
          // What the resumed sweep wrote fits what was left.
          expect((await reopen(cutPath)).progress.results()).toEqual(cutOff.progress.results());
        }
      }),
      { numRuns: cases(3) },
    );
  });

  it('says that nothing was sent where not even its first line is whole', async () => {
    const file = SweepFile.begin(path, sweepOf(2), unheard);
    await file.record({ kind: 'state', state: { kind: 'running' } });
    await file.close();
    const whole = await readFile(path);
    const { ends } = readCheckedLines(whole);
    for (let cut = 0; cut < (ends[0] ?? 0); cut += 1) {
      await writeFile(path, whole.subarray(0, cut));
      // An empty file could be anybody's, so it is left where it is.
      expect(await open(path)).toEqual({ ok: false, error: { kind: cut === 0 ? 'foreign' : 'nothing' } });
    }
  });

  it('is interrupted while something is pending, and what was in flight is unknown, for good', async () => {
    const file = SweepFile.begin(path, sweepOf(3), unheard);
    await file.record({ kind: 'state', state: { kind: 'running' } });
    await file.note({ kind: 'sending', readerId: 'r1', label: 'l-1', at: '2026-01-02T03:04:05.000Z' });
    await file.close();
    const left = await reopen();
    expect(left.progress.state).toEqual({ kind: 'interrupted' });
    expect(outcomesOf(left.progress)).toEqual(['unknown', 'pending', 'pending']);
    expect(left.progress.get('r1')).toMatchObject({ label: 'l-1', message: expect.stringContaining('not known') });
    await left.record({ kind: 'state', state: { kind: 'running' } });
    await left.close();
    expect(outcomesOf((await reopen()).progress)).toEqual(['unknown', 'pending', 'pending']);
  });
});

describe('a damaged file', () => {
  it('is read around any line that is damaged, with nobody pending who may have got an event', async () => {
    const file = SweepFile.begin(path, sweepOf(3), unheard);
    // It stops before the third: whom it has yet to send to is what must not be taken for granted.
    await file.record({ kind: 'state', state: { kind: 'running' } });
    for (const [readerId, label] of [
      ['r1', 'l-1'],
      ['r2', 'l-2'],
    ] as const) {
      await file.note({ kind: 'sending', readerId, label, at: '2026-01-02T03:04:05.000Z' });
      await file.note({ kind: 'outcome', readerId, outcome: 'accepted', status: 200, latencyMs: 1, message: '' });
    }
    await file.record({ kind: 'state', state: { kind: 'paused' } });
    await file.close();
    const lines = (await readFile(path, 'utf8')).split('\n').slice(0, -1);
    const expected = [
      ['accepted', 'accepted', 'unknown'],
      ['unknown', 'accepted', 'unknown'],
      ['unknown', 'accepted', 'unknown'],
      ['accepted', 'unknown', 'unknown'],
      ['accepted', 'unknown', 'unknown'],
      ['accepted', 'accepted', 'unknown'],
    ];
    expect(lines).toHaveLength(expected.length + 1);
    for (const [index, outcomes] of expected.entries()) {
      const damaged = `${lines.with(index + 1, `${lines[index + 1]?.slice(0, 12)}X${lines[index + 1]?.slice(13)}`).join('\n')}\n`;
      await writeFile(path, damaged);
      copies = [];
      const left = await reopen();
      expect(outcomesOf(left.progress), `line ${index + 1}`).toEqual(outcomes);
      expect(left.progress.toSend()).toEqual([]);
      expect(left.progress.labels).toBeGreaterThanOrEqual(2);
      expect(await Promise.all(copies.map((copy) => readFile(copy, 'utf8')))).toEqual([damaged]);
      // It was repaired: the next time it opens as any other, and a person can have the unknown ones sent again.
      await left.record({ kind: 'again', readerIds: ['r3'] });
      await left.close();
      const again = await reopen();
      expect(copies).toHaveLength(1);
      expect(outcomesOf(again.progress)).toEqual([...outcomes.slice(0, 2), 'pending']);
    }
  });

  it('is never taken for a sweep where its first line is damaged', async () => {
    const file = SweepFile.begin(path, sweepOf(3), unheard);
    await run(file, ['accepted', 'taken, no answer']);
    const text = await readFile(path, 'utf8');
    await writeFile(path, `${text.slice(0, 12)}X${text.slice(13)}`);
    expect(await open(path)).toEqual({ ok: false, error: { kind: 'damaged' } });
    expect(copies).toEqual([]);
  });

  it('gives no reader a second event by itself, wherever bytes of it were overwritten', async () => {
    const first = SweepFile.begin(path, sweepOf(12, { concurrency: 2 }), unheard);
    const taken = await run(first, ['accepted', 'asked to wait', 'taken, no answer', 'refused', 'taken, then 500']);
    const whole = await readFile(path);
    const [headerEnds = 0, ...ends] = readCheckedLines(whole).ends;
    const damages = fc.record({
      // As a crash left it, with whole lines.
      end: fc.constantFrom(...ends),
      from: fc.double({ min: 0, max: 1, noNaN: true }),
      length: fc.integer({ min: 1, max: 400 }),
    });
    await fc.assert(
      fc.asyncProperty(damages, async ({ end, from, length }) => {
        const at = headerEnds + Math.floor(from * (end - 1 - headerEnds));
        const bytes = Buffer.from(whole.subarray(0, end));
        // Its last line break stays: without that a line that was torn could not be told from a damaged one.
        bytes.fill('x', at, Math.min(at + length, end - 1));
        const broken = join(folder, 'broken.jsonl');
        await writeFile(broken, bytes);
        const announced = whole.toString('utf8', 0, end);
        const before = taken.filter(({ label }) => announced.includes(label)).map(({ readerId }) => readerId);
        const after = (await run(await reopen(broken), [])).map(({ readerId }) => readerId);
        expect(after.filter((readerId) => before.includes(readerId))).toEqual([]);
      }),
      { numRuns: cases(25) },
    );
  }, 60_000);

  it('reads as it was written, slice by slice', async () => {
    const file = SweepFile.begin(path, sweepOf(2_000, { concurrency: 8 }), unheard);
    await run(file, []);
    expect((await readFile(path)).length).toBeGreaterThan(256 * 1024);
    const { progress } = await reopen();
    expect(progress.results()).toEqual(file.progress.results());
    expect(progress.summary()).toEqual(file.progress.summary());
  });
});
