import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ok } from '../../core/result.ts';
import { type BuiltProgram, buildProgram } from '../testing/built-program.ts';
import { createPatternThread } from './pattern-thread.ts';

let thread: BuiltProgram;
beforeAll(async () => {
  thread = await buildProgram(join(import.meta.dirname, 'rename-worker.ts'));
}, 60_000);
afterAll(() => thread.remove());

const job = (find: string, replacement = '') => ({ find, replacement, matchCase: false });
const catastrophic = job('^(a+)+$');
const catastrophicName = `${'a'.repeat(40)}!`;

it('replaces in all names, one call after the other', async () => {
  const replace = createPatternThread(thread.url);
  expect(await replace(job('door (\\d)', 'Gate $1'), ['Door 1', 'Roof'])).toEqual(ok(['Gate 1', 'Roof']));
  expect(await replace(job('o'), ['Door'])).toEqual(ok(['Dr']));
});

it('ends a pattern that takes too long, with main free meanwhile, and does the next', async () => {
  const replace = createPatternThread(thread.url, { answerMs: 300, memoryMb: 256 });
  let turns = 0;
  const timer = setInterval(() => {
    turns += 1;
  }, 1);
  const answer = await replace(catastrophic, ['Roof', catastrophicName]);
  clearInterval(timer);
  expect(answer).toMatchObject({ ok: false, error: { code: 'blocked' } });
  expect(answer.ok ? '' : answer.error.message).toBe(
    'This pattern takes too long: 2 names were not done after 0.3 seconds.',
  );
  expect(turns).toBeGreaterThan(20);
  expect(await replace(job('o'), ['Door'])).toEqual(ok(['Dr']));
});

it('gives up a pattern for the next at once', async () => {
  const replace = createPatternThread(thread.url, { answerMs: 60_000, memoryMb: 256 });
  const first = replace(catastrophic, [catastrophicName]);
  expect(await replace(job('o'), ['Door'])).toEqual(ok(['Dr']));
  expect(await first).toMatchObject({ ok: false, error: { code: 'cancelled' } });
});

it('refuses what is no pattern, and survives one that needs too much memory', async () => {
  const replace = createPatternThread(thread.url, { answerMs: 60_000, memoryMb: 16 });
  expect(await replace(job('['), ['Door'])).toMatchObject({ ok: false, error: { code: 'invalid-input' } });
  const names = Array.from({ length: 5_000 }, () => 'x'.repeat(1_000));
  expect(await replace(job('x', '$&'.repeat(1_000)), names)).toMatchObject({ ok: false, error: { code: 'blocked' } });
  expect(await replace(job('o'), ['Door'])).toEqual(ok(['Dr']));
}, 30_000);
