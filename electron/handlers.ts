import { randomUUID } from 'node:crypto';
import { app, clipboard, dialog, nativeTheme, net } from 'electron';
import type { AllHandlers, AppInfo, Emit } from '../core/ipc.ts';
import { isUnderWay } from '../core/readers/push-state.ts';
import { createAppHandlers } from './app/app-handlers.ts';
import type { OpenExternal } from './app/open-external.ts';
import { createActivityHandlers } from './audit/activity-handlers.ts';
import type { AuditLog } from './audit/audit-log.ts';
import { auditedHandlers } from './audit/audited-handlers.ts';
import { auditedPushes } from './audit/audited-pushes.ts';
import { auditedSnapshots } from './audit/audited-stores.ts';
import { createConnectionCheck } from './connections/check.ts';
import { createConnectionHandlers } from './connections/connection-handlers.ts';
import { guardedEvents } from './connections/guarded-events.ts';
import { createEventsHandlers } from './events/events-handlers.ts';
import { createHistoryHandlers } from './history/history-handlers.ts';
import { createSnapshots } from './history/snapshots.ts';
import { createPracticeHandlers } from './practice/practice.ts';
import { createDraftHandlers } from './readers/draft-handlers.ts';
import { createDriftWatch } from './readers/drift-watch.ts';
import type { MovedLists } from './readers/moved-lists.ts';
import { createPushHandlers } from './readers/push-handlers.ts';
import { createPushesInFlight } from './readers/push-in-flight.ts';
import { createReadRemote } from './readers/read-remote.ts';
import { createReadersHandlers } from './readers/readers-handlers.ts';
import { createTakeoverHandlers } from './readers/takeover-handlers.ts';
import type { Services } from './services.ts';
import { createSettingsHandlers } from './settings/settings-handlers.ts';
import type { Stores } from './stores.ts';

interface HandlersNeeds extends Pick<Stores, 'settings' | 'connections' | 'secrets'>, Services {
  readonly info: () => AppInfo;
  readonly openExternal: OpenExternal;
  readonly emit: Emit;
  readonly audit: AuditLog;
}

/** Everything the window may ask for, by noun. What is an act is written into the activity log. */
export function createHandlers(needs: HandlersNeeds): AllHandlers {
  const { settings, connections, accounts, drafts, practice, info, openExternal, emit, audit } = needs;
  const { unobserved, guard, takeovers } = needs;
  const now = () => new Date();
  const check = createConnectionCheck({ connections, accounts });
  const { record } = audit;
  const documents = () => app.getPath('documents');
  const plainSnapshots = createSnapshots({
    connections,
    retention: settings.read,
    onRemoved: (connectionId, count) =>
      record({ kind: 'snapshots removed', count }, connections.get(connectionId) ?? null),
  });
  const snapshots = auditedSnapshots(plainSnapshots, connections, record);
  const emitPush = auditedPushes({ emit, record, connections, drafts });
  const push = createPushHandlers({
    drafts,
    accounts: unobserved,
    guard,
    connections,
    snapshots,
    inFlight: createPushesInFlight({ connections, now }),
    takeovers,
    emit: emitPush,
    now,
  });
  const readRemote = createReadRemote({ accounts, now });
  const moved: MovedLists = new Map();
  const watch = createDriftWatch({
    drafts,
    readRemote,
    moved,
    emit,
    isOnline: () => net.isOnline(),
    isPushing: async (connectionId) => {
      const state = await push.state({ connectionId });
      return state.ok && state.value !== null && isUnderWay(state.value);
    },
    now,
  });
  const handlers: AllHandlers = {
    app: createAppHandlers({ info, openExternal }),
    settings: createSettingsHandlers({
      settings,
      onChange: ({ theme }) => {
        nativeTheme.themeSource = theme;
      },
    }),
    connections: createConnectionHandlers({ ...needs, check, newId: randomUUID }),
    draft: createDraftHandlers({ drafts, readRemote, moved, watch }),
    push,
    takeover: createTakeoverHandlers({ watch: takeovers, drafts, accounts, now }),
    readers: createReadersHandlers({ drafts, connections, dialog, documents }),
    events: guardedEvents(createEventsHandlers({ accounts, connections, drafts, clipboard }), { guard, connections }),
    history: createHistoryHandlers({ snapshots, drafts, accounts, now }),
    activity: createActivityHandlers({ audit, dialog, documents }),
    practice: createPracticeHandlers(practice),
  };
  return auditedHandlers(handlers, { record, connections, drafts });
}
