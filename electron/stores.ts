import { join } from 'node:path';
import { safeStorage } from 'electron';
import type { AppError } from '../core/app-error.ts';
import type { Log } from './app/log.ts';
import { openConnectionStore } from './connections/connection-store.ts';
import { openKnownServers } from './consent/known-servers.ts';
import { openPresetStore } from './events/preset-store.ts';
import { openImportMappings } from './import/import-mappings.ts';
import { boundNotice } from './secrets/bound-notice.ts';
import { createSecrets } from './secrets/secrets.ts';
import { createSecretFiles } from './secrets/secrets-file.ts';
import { createKeyring } from './secrets/secrets-keyring.ts';
import { openSettingsStore } from './settings/settings-store.ts';
import { keepToOneself } from './store/own-rights.ts';
import { openWindowPlaceStore } from './window/window-place-store.ts';

/**
 * What this installation keeps in its data folder, and what opening it found out. Small files, read once. `notice` tells the
 * person what comes up later.
 */
export async function openStores(folder: string, log: Log, notice: (error: AppError) => void) {
  const now = () => new Date();
  await keepToOneself(folder).catch((error) => log(`The rights of the data folder could not be looked at. ${error}`));
  const keyring = createKeyring(safeStorage, process.platform);
  const settings = await openSettingsStore(folder, now);
  const opened = await openConnectionStore(folder, now);
  const presets = await openPresetStore(folder, now);
  const imports = await openImportMappings(folder, now);
  const place = await openWindowPlaceStore(folder, now);
  const known = await openKnownServers(folder, now);
  const { connections } = opened;
  return {
    settings: settings.store,
    connections,
    presets: presets.presets,
    importMappings: imports.mappings,
    place: place.place,
    servers: known.servers,
    keyring,
    clientSecrets: createSecrets({
      files: createSecretFiles(join(folder, 'client-secrets')),
      keyring,
      log,
      onBound: () => {},
    }),
    secrets: createSecrets({
      files: createSecretFiles(join(folder, 'tokens')),
      keyring,
      log,
      onBound: (connectionId, origin) => {
        const bound = boundNotice(connections.get(connectionId)?.name ?? connectionId, origin);
        if (bound) notice(bound);
      },
    }),
    notices: [
      ...settings.notices,
      ...opened.notices,
      ...known.notices,
      ...presets.notices,
      ...imports.notices,
      ...place.notices,
    ],
  };
}

export type Stores = Awaited<ReturnType<typeof openStores>>;
