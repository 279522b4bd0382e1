import { join, resolve } from 'node:path';
import {
  app,
  ipcMain,
  Menu,
  Notification,
  nativeTheme,
  powerMonitor,
  powerSaveBlocker,
  session,
  shell,
} from 'electron';
import type { AppError } from '../core/app-error.ts';
import type { AppInfo } from '../core/ipc/app-calls.ts';
import { presentNoCertificate } from './app/certificates.ts';
import type { Faults } from './app/faults.ts';
import type { Log } from './app/log.ts';
import type { LogFile } from './app/log-file.ts';
import { createOpenExternal } from './app/open-external.ts';
import { watchSystemEnd } from './app/system-end.ts';
import { versions } from './app/versions.ts';
import { createAuditLog } from './audit/audit-log.ts';
import { auditedStores } from './audit/audited-stores.ts';
import { auditedSweeps } from './audit/audited-sweeps.ts';
import { systemUser } from './audit/system-user.ts';
import { practiceConnectionId } from './connections/practice-connection.ts';
import { createHandlers } from './handlers.ts';
import { createEmit } from './ipc/emit.ts';
import { handleCalls } from './ipc/handle.ts';
import { isTrustedCaller, originOfPage } from './ipc/trusted-sender.ts';
import { createServices, type Services } from './services.ts';
import { openStores, type Stores } from './stores.ts';
import { appOrigin, serveWindow } from './window/app-protocol.ts';
import { withAttention } from './window/attention.ts';
import { createClosing } from './window/closing.ts';
import { denySessionRequests, keepOnPage } from './window/deny-by-default.ts';
import { finishBeforeQuit, followWindows } from './window/lifecycle.ts';
import { createMainWindow } from './window/main-window.ts';
import { menuTemplate } from './window/menu-template.ts';

const practiceSwitch = '--practice';
const dist = resolve(import.meta.dirname, '..');

/** Puts the app together and opens its window. Called once, when Electron is ready. */
export async function boot({
  log,
  logFile,
  faults,
}: {
  readonly log: Log;
  readonly logFile: LogFile;
  readonly faults: Faults;
}): Promise<void> {
  log(versions(app.getVersion()).join(', '));
  const folder = app.getPath('userData');
  const notice = (error: AppError) => {
    log(error.message);
    emit('notice', error);
  };
  const plainStores = await openStores(folder, log, notice);
  nativeTheme.themeSource = plainStores.settings.read().theme;

  const openBrowser = (link: string) => shell.openExternal(link);
  const openExternal = createOpenExternal(openBrowser);
  const openLink = (link: string) => {
    void openExternal(link).then((opened) => opened.ok || log(`A link was not opened. ${opened.error.message}`));
  };

  // The dev server is for `npm run dev`; a production build has no way to load anything but its own files.
  const devUrl = import.meta.env.DEV ? process.env.READER_DESK_DEV_URL : undefined;
  const pageUrl = devUrl ?? `${appOrigin}/index.html`;
  serveWindow(session.defaultSession, join(dist, 'renderer'));
  denySessionRequests(session.defaultSession);
  presentNoCertificate(app);
  app.on('web-contents-created', (_event, contents) => keepOnPage(contents, pageUrl, openLink));
  const quit = () => app.quit();
  const end = watchSystemEnd({ process, powerMonitor, quit });
  const window = createMainWindow({
    pageUrl,
    preload: join(dist, 'preload/preload.cjs'),
    place: plainStores.place,
    mayClose: (page) => closing.mayClose(page),
    end,
    finishNow: () => quitting.finishNow(),
    quit,
    log,
  });
  const { dialog } = window;
  const connectionName = (connectionId: string) => plainStores.connections.get(connectionId)?.name ?? connectionId;
  const emit = withAttention(createEmit(window.contents), {
    powerSaveBlocker,
    showProgress: window.showProgress,
    isWindowInFront: window.isInFront,
    notify(title, body) {
      const notification = new Notification({ title, body });
      notification.on('click', window.show);
      notification.show();
    },
    connectionName,
  });
  faults.tell((error) => emit('notice', error));
  const closing = createClosing({
    emit,
    dialog,
    connectionName,
    end,
  });
  // Before the app is asked to quit, which there may be no time for.
  end.onEnd(() => void closing.settle());

  const audit = createAuditLog({
    folder: join(folder, 'activity'),
    user: systemUser(),
    app: app.getVersion(),
    now: () => new Date(),
    notice,
  });
  const stores = auditedStores(plainStores, audit.record);
  const services = createServices(
    stores,
    folder,
    auditedSweeps({ emit, record: audit.record, connections: stores.connections }),
    dialog,
    log,
  );
  const start = await startPractice(stores.connections, services.openPractice, process.argv.includes(practiceSwitch));
  const notices = [...stores.notices, ...start.notices];

  const info = (): AppInfo => ({
    version: app.getVersion(),
    platform: process.platform,
    openConnection: start.openConnection,
    notices,
  });
  const origin = originOfPage(pageUrl);
  handleCalls(
    ipcMain,
    createHandlers({
      ...stores,
      ...services,
      info,
      openExternal,
      openBrowser,
      emit,
      audit,
      dialog,
      logFile,
      faults,
      settled: closing.settled,
    }),
    {
      trusts: (caller) => isTrustedCaller(caller, { contentsId: window.contents()?.id ?? null, origin }),
      log,
    },
  );

  const template = menuTemplate({
    platform: process.platform,
    command: (command) => emit('menuCommand', command),
    openLink,
    forDevelopers: import.meta.env.DEV,
  });
  Menu.setApplicationMenu(Menu.buildFromTemplate(template));

  const quitting = finishBeforeQuit(app, {
    leave: window.close,
    async finish() {
      services.takeovers.close();
      await services.sweeps.close();
      await services.drafts.close();
      await services.plans.close();
      await services.worksheets.close();
      await services.practice.stop();
      await audit.close();
    },
    end,
    log,
    appImage: process.env.APPIMAGE,
  });
  app.on('second-instance', (_event, argv) => {
    const wantsPractice = argv.includes(practiceSwitch);
    if (quitting.isFinishing()) {
      const own = process.argv.slice(1).filter((arg) => arg !== practiceSwitch);
      quitting.startAgain(wantsPractice ? [...own, practiceSwitch] : own);
      return;
    }
    window.show();
    if (!wantsPractice) return;
    void services.openPractice().then((opened) => {
      if (opened.ok) emit('openConnection', { connectionId: opened.value.id });
      else log(`The practice account did not start. ${opened.error.message}`);
    });
  });
  followWindows(app, window, { platform: process.platform, quitting });
  window.open();
}

/** The practice account's address and token are new at every start, so it is started wherever it was ever tried. */
async function startPractice(
  connections: Stores['connections'],
  openPractice: Services['openPractice'],
  wanted: boolean,
): Promise<Pick<AppInfo, 'openConnection' | 'notices'>> {
  if (!wanted && !connections.get(practiceConnectionId)) return { openConnection: null, notices: [] };
  // No window is there yet to be told: it asks for these once it is.
  const notices: AppError[] = [];
  const opened = await openPractice((error) => notices.push(error));
  if (!opened.ok) return { openConnection: null, notices: [...notices, opened.error] };
  return { openConnection: wanted ? opened.value.id : null, notices };
}
