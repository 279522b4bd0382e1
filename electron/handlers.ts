import { randomUUID } from 'node:crypto';
import { app, clipboard, nativeTheme, net, shell } from 'electron';
import { camerasOfReaders } from '../core/cameras/cameras-of-readers.ts';
import type { AppInfo } from '../core/ipc/app-calls.ts';
import type { AllHandlers, Emit } from '../core/ipc/contract.ts';
import { isUnderWay } from '../core/push/push-state.ts';
import { ok } from '../core/result.ts';
import { createAppHandlers } from './app/app-handlers.ts';
import { documentsFolder } from './app/documents-folder.ts';
import type { Faults } from './app/faults.ts';
import type { LogFile } from './app/log-file.ts';
import type { OpenExternal } from './app/open-external.ts';
import { createActivityHandlers } from './audit/activity-handlers.ts';
import type { AuditLog } from './audit/audit-log.ts';
import { auditedHandlers } from './audit/audited-handlers.ts';
import { auditedImports } from './audit/audited-imports.ts';
import { auditedPushes } from './audit/audited-pushes.ts';
import { auditedSnapshots } from './audit/audited-stores.ts';
import { auditedWorksheets } from './audit/audited-worksheets.ts';
import { createPlanHandlers } from './cameras/plan-handlers.ts';
import { createCommissioningHandlers } from './commissioning/commissioning-handlers.ts';
import { createReportExport } from './commissioning/report-export.ts';
import { createConnectionCheck } from './connections/check.ts';
import { createConnectionHandlers } from './connections/connection-handlers.ts';
import { guardedEvents } from './connections/guarded-events.ts';
import { practiceConnectionId } from './connections/practice-connection.ts';
import { createReadRemote } from './connections/read-remote.ts';
import { agreedEvents } from './consent/agreed-events.ts';
import { createDiagnostics } from './diagnostics/diagnostics.ts';
import { createDraftHandlers } from './draft/draft-handlers.ts';
import { createDriftWatch } from './draft/drift-watch.ts';
import { createLossHandlers } from './draft/loss-handlers.ts';
import { createLossWatch, keepingDrafts } from './draft/loss-watch.ts';
import type { MovedLists } from './draft/moved-lists.ts';
import { createEventsHandlers } from './events/events-handlers.ts';
import { createPresetHandlers } from './events/preset-handlers.ts';
import { createReadersHandlers } from './export/readers-handlers.ts';
import { createHistoryHandlers } from './history/history-handlers.ts';
import { createSnapshots } from './history/snapshots.ts';
import { camerasPlace } from './import/cameras-place.ts';
import { createImportHandlers } from './import/import-handlers.ts';
import { createOpenImportProcess } from './import/import-process.ts';
import { readersPlace } from './import/readers-place.ts';
import { createPracticeHandlers } from './practice/practice-handlers.ts';
import { createPrintToPdf } from './print/print-to-pdf.ts';
import { startUtilityProcess } from './process/utility-process.ts';
import { createPushHandlers } from './push/push-handlers.ts';
import { createPushesInFlight } from './push/push-in-flight.ts';
import { createPatternThread } from './rename/pattern-thread.ts';
import { createRenameHandlers } from './rename/rename-handlers.ts';
import type { Services } from './services.ts';
import { createSettingsHandlers } from './settings/settings-handlers.ts';
import { createSignInHandlers } from './sign-in/sign-in-handlers.ts';
import { createSignIns } from './sign-in/sign-ins.ts';
import { writeSheet } from './spreadsheet/write-sheet.ts';
import type { Stores } from './stores.ts';
import { createSweepHandlers } from './sweep/sweep-handlers.ts';
import { createTakeoverHandlers } from './takeover/takeover-handlers.ts';
import type { Closing } from './window/closing.ts';
import type { WindowDialog } from './window/window-dialog.ts';
import { createWorksheetExport } from './worksheet/worksheet-export.ts';
import { createWorksheetHandlers } from './worksheet/worksheet-handlers.ts';

interface HandlersNeeds
  extends Pick<
      Stores,
      'settings' | 'connections' | 'presets' | 'importMappings' | 'keyring' | 'secrets' | 'clientSecrets'
    >,
    Services {
  readonly info: () => AppInfo;
  readonly openExternal: OpenExternal;
  /** Opens any link in the person’s browser; rejects where there is none. */
  readonly openBrowser: (link: string) => Promise<void>;
  readonly emit: Emit;
  readonly audit: AuditLog;
  readonly dialog: WindowDialog;
  readonly logFile: LogFile;
  readonly faults: Pick<Faults, 'note'>;
  readonly settled: Closing['settled'];
}

/** Everything the window may ask for, by noun. What is an act is written into the activity log. */
export function createHandlers(needs: HandlersNeeds): AllHandlers {
  const { settings, connections, accounts, practice, info, openExternal, emit, audit, dialog } = needs;
  const { unobserved, clocks, consent, guard, takeovers, sweeps, plans, worksheets } = needs;
  const now = () => new Date();
  const check = createConnectionCheck({ connections, accounts, clocks });
  const { record } = audit;
  const documents = () => documentsFolder(app);
  const plainSnapshots = createSnapshots({
    connections,
    retention: settings.read,
    onRemoved: (connectionId, count) =>
      record({ kind: 'snapshots removed', count }, connections.get(connectionId) ?? null),
  });
  const snapshots = auditedSnapshots(plainSnapshots, connections, record);
  const losses = createLossWatch({
    connections,
    keep: (connectionId, remote) => snapshots.take(connectionId, remote, 'before Camio’s list shrank'),
    read: snapshots.read,
    onChange: (connectionId, loss) => emit('listLoss', { connectionId, loss }),
    notice: needs.notice,
    now,
  });
  const drafts = keepingDrafts(needs.drafts, losses);
  const emitPush = auditedPushes({ emit, record, connections, drafts });
  const push = createPushHandlers({
    consent,
    drafts,
    losses,
    accounts: unobserved,
    guard,
    connections,
    snapshots,
    inFlight: createPushesInFlight({ connections, now }),
    takeovers,
    emit: emitPush,
    now,
  });
  const signIns = createSignIns({
    ...needs,
    clipboard,
    tell: (connectionId, signIn) => emit('signInState', { connectionId, signIn }),
    onSignedIn(connection, act) {
      record(act, connection);
      emit('connectionChanged', { connectionId: connection.id });
    },
  });
  const readRemote = createReadRemote({ accounts, now });
  const moved: MovedLists = new Map();
  const watch = createDriftWatch({
    drafts,
    readRemote,
    moved,
    losses,
    emit,
    isOnline: () => net.isOnline(),
    isPushing: async (connectionId) => {
      const state = await push.state({ connectionId });
      return state.ok && state.value !== null && isUnderWay(state.value);
    },
    now,
  });
  const imports = createImportHandlers({
    openProcess: createOpenImportProcess(startUtilityProcess),
    places: { readers: readersPlace(drafts), cameras: camerasPlace(plans) },
    mappings: needs.importMappings,
    dialog,
    documents,
    emit,
    notice: needs.notice,
  });
  const printToPdf = createPrintToPdf();
  const handlers: AllHandlers = {
    app: createAppHandlers({ ...needs, info, openExternal }),
    settings: createSettingsHandlers({
      settings,
      onChange: ({ theme }) => {
        nativeTheme.themeSource = theme;
      },
    }),
    connections: createConnectionHandlers({ ...needs, pushes: push, signIns, check, newId: randomUUID }),
    signIn: createSignInHandlers(signIns),
    draft: createDraftHandlers({ drafts, readRemote, moved, losses, watch }),
    loss: createLossHandlers({ losses, drafts, readRemote, moved }),
    push,
    takeover: createTakeoverHandlers({ watch: takeovers, drafts, accounts, now }),
    import: auditedImports(imports, { record, connections }),
    readers: createReadersHandlers({ drafts, connections, dialog, documents, writeSheet }),
    events: guardedEvents(
      agreedEvents(
        createEventsHandlers({ accounts, connections, drafts, histories: needs.events, clipboard, dialog, documents }),
        { consent, connections },
      ),
      { guard, connections },
    ),
    rename: createRenameHandlers(createPatternThread(new URL('./rename-worker.js', import.meta.url))),
    presets: createPresetHandlers({ presets: needs.presets, newId: randomUUID }),
    cameras: createPlanHandlers(plans),
    worksheet: auditedWorksheets(
      createWorksheetHandlers({
        worksheets,
        plans,
        drafts,
        exportWorksheet: createWorksheetExport({
          plans,
          drafts,
          worksheets,
          connections,
          dialog,
          documents,
          writeSheet,
          printToPdf,
          now,
        }),
        now,
      }),
      { record, connections },
    ),
    sweep: createSweepHandlers(sweeps),
    commissioning: createCommissioningHandlers({
      sweeps,
      clipboard,
      exportReport: createReportExport({
        sweeps,
        connections,
        camerasOf: async (connectionId) => {
          const plan = await plans.current(connectionId);
          return plan.ok ? ok(camerasOfReaders(plan.value)) : plan;
        },
        printToPdf,
        dialog,
        documents,
        appVersion: info().version,
      }),
    }),
    history: createHistoryHandlers({ snapshots, drafts, accounts, now }),
    activity: createActivityHandlers({ audit, dialog, documents }),
    diagnostics: createDiagnostics({
      ...needs,
      folder: app.getPath('userData'),
      check,
      clipboard,
      log: needs.logFile,
      openPath: (path) => shell.openPath(path),
    }),
    practice: createPracticeHandlers(practice, () => takeovers.dismiss(practiceConnectionId)),
  };
  return auditedHandlers(handlers, { record, connections, drafts });
}
