import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { withoutElectron } from '../testing/without-electron.ts';

withoutElectron();
const { openPresetStore } = await import('./preset-store.ts');
const { createPresetHandlers } = await import('./preset-handlers.ts');

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'presets-'));
});
afterEach(() => rm(folder, { recursive: true }));

async function start() {
  const { presets } = await openPresetStore(folder, () => new Date());
  let made = 0;
  const newId = () => {
    made += 1;
    return `id-${made}`;
  };
  return createPresetHandlers({ presets, newId });
}

const night = {
  name: 'Night round',
  eventType: 'entry ajar',
  labels: ['night'],
  actorId: '',
  actorName: 'Guard',
} as const;

it('keeps a preset over a restart, renames and deletes it', async () => {
  const first = await start();
  const kept = { ...night, id: 'id-1' };
  expect(await first.save({ id: null, ...night })).toEqual({ ok: true, value: [kept] });
  const again = await start();
  expect(await again.list(undefined)).toEqual({ ok: true, value: [kept] });
  const renamed = { ...kept, name: 'Evening round' };
  expect(await again.save(renamed)).toEqual({ ok: true, value: [renamed] });
  expect(await again.delete({ id: 'id-1' })).toEqual({ ok: true, value: [] });
  expect(JSON.parse(await readFile(join(folder, 'event-presets.json'), 'utf8'))).toEqual({ version: 1, presets: [] });
});

it('refuses a name that is taken and a preset that is gone, and keeps nothing of them', async () => {
  const presets = await start();
  await presets.save({ id: null, ...night });
  expect(await presets.save({ id: null, ...night })).toMatchObject({ error: { code: 'invalid-input' } });
  expect(await presets.save({ id: 'gone', ...night, name: 'Other' })).toMatchObject({ error: { code: 'not-found' } });
  expect(await presets.list(undefined)).toMatchObject({ value: [{ name: 'Night round' }] });
});
