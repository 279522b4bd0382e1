import { randomUUID } from 'node:crypto';
import { app, clipboard, dialog, nativeTheme } from 'electron';
import type { AllHandlers, AppInfo, Emit } from '../core/ipc.ts';
import { createAppHandlers } from './app/app-handlers.ts';
import type { OpenExternal } from './app/open-external.ts';
import { createConnectionCheck } from './connections/check.ts';
import { createConnectionHandlers } from './connections/connection-handlers.ts';
import { createEventsHandlers } from './events/events-handlers.ts';
import { createPracticeHandlers } from './practice/practice.ts';
import { createDraftHandlers } from './readers/draft-handlers.ts';
import { createPushHandlers } from './readers/push-handlers.ts';
import { createReadersHandlers } from './readers/readers-handlers.ts';
import { createSnapshots } from './readers/snapshots.ts';
import type { Services } from './services.ts';
import { createSettingsHandlers } from './settings/settings-handlers.ts';
import type { Stores } from './stores.ts';

interface HandlersNeeds extends Pick<Stores, 'settings' | 'connections' | 'secrets'>, Services {
  readonly info: () => AppInfo;
  readonly openExternal: OpenExternal;
  readonly emit: Emit;
}

/** Everything the window may ask for, by noun. */
export function createHandlers(needs: HandlersNeeds): AllHandlers {
  const { settings, connections, secrets, accounts, drafts, practice, info, openExternal, emit } = needs;
  const now = () => new Date();
  const check = createConnectionCheck({ connections, accounts });
  const snapshots = createSnapshots({ connections });
  return {
    app: createAppHandlers({ info, openExternal }),
    settings: createSettingsHandlers({
      settings,
      onChange: ({ theme }) => {
        nativeTheme.themeSource = theme;
      },
    }),
    connections: createConnectionHandlers({ connections, secrets, drafts, practice, check, newId: randomUUID }),
    draft: createDraftHandlers({ drafts, accounts, now }),
    push: createPushHandlers({ drafts, accounts, connections, snapshots, emit, now }),
    readers: createReadersHandlers({ drafts, connections, dialog, documents: () => app.getPath('documents') }),
    events: createEventsHandlers({ accounts, connections, drafts, clipboard }),
    practice: createPracticeHandlers(practice),
  };
}
