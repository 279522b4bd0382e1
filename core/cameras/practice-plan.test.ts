import { expect, it } from 'vitest';
import { campusReaders } from '../simulator/campus.ts';
import { suggestViews } from '../suggestions/suggestions.ts';
import { practicePlan } from './practice-plan.ts';
import { coverage } from './running-coverage.ts';

it('leaves something of everything to practise on', () => {
  const plan = practicePlan();
  const covered = coverage(plan, campusReaders(), []);
  expect(plan.cameras.size).toBe(48);
  expect(covered.inView).toBe(42);
  expect(covered.camerasWithoutReader).toHaveLength(24);
  expect(covered.ghosts.map(({ cameras: [camera], reader }) => [reader.id, camera?.name])).toEqual([
    ['000131', 'Main Building Dock Cam 1'],
  ]);
  expect(suggestViews(plan, campusReaders()).length).toBeGreaterThan(20);
  expect(plan.undo).toEqual([]);
});
