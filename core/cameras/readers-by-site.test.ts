import { expect, it } from 'vitest';
import { emptyPlan, replayPlan } from './camera-plan.ts';
import { readersBySite } from './readers-by-site.ts';

const readers = [
  { id: '1', name: 'Zürich – Main Entrance' },
  { id: '2', name: 'ZÜRICH / Dock' },
  { id: '3', name: 'Roof Hatch' },
  { id: '4', name: 'Oslo: Gate 1' },
];

it('finds sites in names and on the cameras that see a reader', () => {
  const [, , roof] = readers;
  if (!roof) throw new Error('no reader');
  const plan = replayPlan(emptyPlan, [
    { kind: 'add cameras', cameras: [{ id: 'c', name: 'Roof Cam', site: 'Zurich' }] },
    { kind: 'assign', views: [{ cameraId: 'c', reader: roof }] },
  ]);
  expect(readersBySite(readers, plan)).toEqual([
    { name: 'Oslo', readerIds: new Set(['4']) },
    { name: 'Zürich', readerIds: new Set(['1', '2', '3']) },
  ]);
  expect(readersBySite([roof], emptyPlan)).toEqual([]);
});
