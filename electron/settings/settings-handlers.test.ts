import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { defaultSettings, type Settings } from '../../core/settings/settings.ts';
import { withoutElectron } from '../testing/without-electron.ts';

withoutElectron();
const { openSettingsStore } = await import('./settings-store.ts');
const { createSettingsHandlers } = await import('./settings-handlers.ts');

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'reader-desk-'));
});
afterEach(() => rm(folder, { recursive: true }));

async function start() {
  const { store } = await openSettingsStore(folder, () => new Date());
  const changes: Settings[] = [];
  const handlers = createSettingsHandlers({ settings: store, onChange: (settings) => void changes.push(settings) });
  return { handlers, changes };
}

it('starts with the defaults and keeps what is chosen, cleaned', async () => {
  const { handlers, changes } = await start();
  expect(await handlers.read(undefined)).toEqual({ ok: true, value: defaultSettings });
  const chosen: Settings = { theme: 'dark', defaultLabels: ['night', 'test'], keepSnapshots: 5, keepSnapshotsDays: 30 };
  const typed = { ...chosen, defaultLabels: [' night', 'test', 'night', ''] };
  expect(await handlers.write(typed)).toEqual({ ok: true, value: chosen });
  expect(changes).toEqual([chosen]);
  expect(await (await start()).handlers.read(undefined)).toEqual({ ok: true, value: chosen });
});

it('keeps the old settings where a label is refused', async () => {
  const { handlers, changes } = await start();
  expect(await handlers.write({ ...defaultSettings, theme: 'dark', defaultLabels: ['a\u0000'] })).toMatchObject({
    ok: false,
  });
  expect(await handlers.read(undefined)).toEqual({ ok: true, value: defaultSettings });
  expect(changes).toEqual([]);
});

it('takes over the settings of version 1, with what it did not know as by default', async () => {
  await writeFile(join(folder, 'settings.json'), '{"version":1,"theme":"dark","defaultLabels":["night"]}');
  const { handlers } = await start();
  expect(await handlers.read(undefined)).toEqual({
    ok: true,
    value: { ...defaultSettings, theme: 'dark', defaultLabels: ['night'] },
  });
});
