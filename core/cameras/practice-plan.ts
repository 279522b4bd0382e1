import { campusReaders } from '../simulator/campus.ts';
import type { Camera, View } from './camera.ts';
import { type CameraPlan, emptyPlan, replayPlan } from './camera-plan.ts';

/** What cameras hang in every building, and the doors each of them sees. */
const kinds = [
  { name: 'Entrance Overview', doors: ['Main Entrance', 'Turnstile 1', 'Turnstile 2'] },
  { name: 'Elevator Lobby', doors: ['Elevator Lobby', 'Stairwell A'] },
  { name: 'Dock Cam 1', doors: ['Loading Dock'] },
  { name: 'Server Room Corridor', doors: ['Server Room'] },
] as const;

const buildings = ['Main Building', 'Verwaltung', 'Labor Süd'] as const;

/** What somebody has planned already; the rest is left to practise on. */
const plannedSites: ReadonlySet<string> = new Set(['North Campus', 'Riverside']);

/** A reader that was replaced: a ghost. */
const formerReader = { id: '000131', name: 'North Campus – Main Building – Dock Gate' };

/**
 * The plan of the practice account before anybody touched it: cameras of its campus, half of them assigned, with a ghost.
 * Nothing of it can be undone.
 */
export function practicePlan(): CameraPlan {
  const cameras: Camera[] = [];
  const views: View[] = [];
  const readers = campusReaders();
  const sites = new Set(readers.map(({ name }) => name.split(' – ')[0] ?? ''));
  for (const site of sites) {
    for (const building of buildings) {
      for (const { name, doors } of kinds) {
        const id = `CAM-${String(cameras.length + 1).padStart(3, '0')}`;
        cameras.push({ id, name: `${building} ${name}`, site });
        if (!plannedSites.has(site)) continue;
        const places = doors.map((door) => `${site} – ${building} – ${door}`);
        for (const reader of readers) {
          if (places.includes(reader.name)) views.push({ cameraId: id, reader: { id: reader.id, name: reader.name } });
        }
      }
    }
  }
  const dock = cameras.find(({ name }) => name === 'Main Building Dock Cam 1');
  if (dock) views.push({ cameraId: dock.id, reader: formerReader });
  const plan = replayPlan(emptyPlan, [
    { kind: 'add cameras', cameras },
    { kind: 'assign', views },
  ]);
  return { ...plan, undo: [], redo: [] };
}
