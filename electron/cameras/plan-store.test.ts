import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { AppError } from '../../core/app-error.ts';
import { applyPlanAction, type CameraPlan, emptyPlan, replayPlan } from '../../core/cameras/camera-plan.ts';
import type { PlanAction } from '../../core/cameras/plan-action.ts';
import { toPlanFile } from '../../core/cameras/plan-file.ts';
import { practicePlan } from '../../core/cameras/practice-plan.ts';
import type { Result } from '../../core/result.ts';
import { anyPlanAction } from '../../core/testing/any-plan-action.ts';
import { cases } from '../../core/testing/cases.ts';
import { createPlanStore, type PlanStore } from './plan-store.ts';

// Real files, hundreds of times: slow on a busy disk.
vi.setConfig({ testTimeout: 60_000 });

let root: string;
let open: PlanStore[];
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'reader-desk-plan-'));
  open = [];
});
afterEach(async () => {
  for (const store of open) await store.close();
  await rm(root, { recursive: true, force: true });
});

const folder = () => join(root, 'a', 'plan');

/** A store as after a start of the app; the ones before it are left as a crash leaves them. */
function started(firstPlan?: CameraPlan): PlanStore {
  const connections = { folder: (connectionId: string) => join(root, connectionId) };
  const store = createPlanStore({
    connections,
    compactAfterBytes: 400,
    now: () => new Date('2021-11-12T08:00:00.000Z'),
    ...(firstPlan ? { firstPlan: () => firstPlan } : {}),
  });
  open.push(store);
  return store;
}

function value<T>(result: Result<T, AppError>): T {
  if (!result.ok) throw new Error(`Refused: ${result.error.message} ${result.error.detail ?? ''}`);
  return result.value;
}

/** Everything of a plan, in an order that does not depend on how it came about. */
function contents(plan: CameraPlan) {
  const { cameras, views, names, ...rest } = toPlanFile(plan);
  const sorted = (values: readonly unknown[]) => values.map((each) => JSON.stringify(each)).sort();
  return {
    ...rest,
    cameras: sorted(cameras),
    views: sorted(views.map(([id, readers]) => [id, [...readers].sort()])),
    names: sorted(names),
  };
}

const lobby: PlanAction = { kind: 'add cameras', cameras: [{ id: 'c1', name: 'Lobby', site: '' }] };
const dock: PlanAction = { kind: 'add cameras', cameras: [{ id: 'c2', name: 'Dock', site: '' }] };

it('is empty, and leaves no file, where there never was one', async () => {
  expect(value(await started().open('a'))).toEqual({ plan: emptyPlan, notices: [] });
  expect(await readdir(root)).toEqual([]);
});

it('is the same after a crash, undo history included, whatever was done', async () => {
  let run = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(anyPlanAction, { maxLength: 20 }), async (actions) => {
      // In a place of its own: the crashed store before it may still be writing.
      run += 1;
      const id = `run-${run}`;
      const store = started();
      let live = emptyPlan;
      for (const action of actions) {
        const applied = await store.apply(id, live.seq, action);
        const expected = applyPlanAction(live, action);
        expect(applied.ok).toBe(expected.ok);
        if (expected.ok) live = expected.value.plan;
      }
      expect(contents(value(await started().current(id)))).toEqual(contents(live));
    }),
    { numRuns: cases(40) },
  );
});

it('refuses what was done to an earlier plan', async () => {
  const store = started();
  value(await store.apply('a', 0, lobby));
  const refused = await store.apply('a', 0, dock);
  expect(refused).toMatchObject({ ok: false, error: { code: 'draft-out-of-step' } });
  expect(value(await store.current('a')).cameras.size).toBe(1);
});

it('leaves out a torn last line and says so once', async () => {
  const store = started();
  value(await store.apply('a', 0, lobby));
  value(await store.apply('a', 1, dock));
  const journal = join(folder(), 'journal-0.jsonl');
  const bytes = await readFile(journal);
  await writeFile(journal, bytes.subarray(0, bytes.length - 3));
  const reopened = started();
  const { plan, notices } = value(await reopened.open('a'));
  expect(contents(plan)).toEqual(contents(replayPlan(emptyPlan, [lobby])));
  expect(notices).toMatchObject([{ code: 'corrupt-file', message: expect.stringContaining('every change that was') }]);
  expect(value(await reopened.open('a')).notices).toEqual([]);
});

it('sets a damaged file aside and begins anew', async () => {
  const store = started();
  value(await store.apply('a', 0, lobby));
  await store.close();
  await writeFile(join(folder(), 'plan.jsonl'), '00000000 {"kind":"plan"}\n');
  const { plan, notices } = value(await started().open('a'));
  expect(plan.cameras.size).toBe(0);
  expect(notices).toMatchObject([{ message: expect.stringContaining('The file of this camera plan is damaged') }]);
  expect((await readdir(folder())).some((name) => name.startsWith('plan.jsonl.unreadable-'))).toBe(true);
});

it('begins with the plan a connection is given, once, and counts the work on it', async () => {
  const sample = practicePlan();
  const store = started(sample);
  expect(value(await store.open('a')).plan.cameras.size).toBe(sample.cameras.size);
  expect(await store.worked('a')).toBe(0);
  const cameraIds = [...sample.cameras.keys()];
  value(await store.apply('a', sample.seq, { kind: 'delete cameras', cameraIds: cameraIds.slice(1) }));
  expect(await store.worked('a')).toBe(1);
  const again = started(sample);
  expect(value(await again.open('a')).plan.cameras.size).toBe(1);
});
