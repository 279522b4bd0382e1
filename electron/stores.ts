import { join } from 'node:path';
import { safeStorage } from 'electron';
import type { Log } from './app/log.ts';
import { openConnectionStore } from './connections/connection-store.ts';
import { createSecrets } from './secrets.ts';
import { createSecretFiles } from './secrets-file.ts';
import { createKeyring } from './secrets-keyring.ts';
import { openSettingsStore } from './settings/settings-store.ts';
import { openWindowPlaceStore } from './window/window-place-store.ts';

/** What this installation keeps in its data folder, and what opening it found out. Small files, read once. */
export async function openStores(folder: string, log: Log) {
  const now = () => new Date();
  const settings = await openSettingsStore(folder, now);
  const connections = await openConnectionStore(folder, now);
  const place = await openWindowPlaceStore(folder, now);
  return {
    settings: settings.store,
    connections: connections.connections,
    place: place.place,
    secrets: createSecrets({
      files: createSecretFiles(join(folder, 'tokens')),
      keyring: createKeyring(safeStorage, process.platform),
      log,
    }),
    notices: [...settings.notices, ...connections.notices, ...place.notices],
  };
}

export type Stores = Awaited<ReturnType<typeof openStores>>;
