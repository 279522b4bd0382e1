import type { Session } from 'electron';
import type { BrowserContext, Download } from 'playwright';
import { setVerifyProc, type VerifyProc } from './certificate.ts';
import { closeConnections } from './connections.ts';
import { Emitter, type Listener, preventable } from './emitter.ts';
import { type Likeness, only } from './only.ts';
import { makeProtocol, protocol } from './protocol.ts';
import type { WebContents } from './web-contents.ts';

type RequestHandler = (
  contents: WebContents,
  permission: string,
  answer: (granted: boolean) => void,
  details: object,
) => void;
type CheckHandler = (contents: WebContents, permission: string, origin: string, details: object) => boolean;

/** What a page can ask for, as Electron names it and as Playwright does. */
const permissions = {
  geolocation: 'geolocation',
  media: 'camera',
  midi: 'midi',
  notifications: 'notifications',
  'clipboard-read': 'clipboard-read',
} as const;

const emitter = new Emitter('session', ['will-download']);
const partitions = new Map<string, ReturnType<typeof partition>>();
let onRequest: RequestHandler | null = null;
let onCheck: CheckHandler | null = null;

export const session = only('session', {
  defaultSession: only('session.defaultSession', {
    protocol,
    setPermissionRequestHandler(handler: RequestHandler | null): void {
      onRequest = handler;
    },
    setPermissionCheckHandler(handler: CheckHandler | null): void {
      onCheck = handler;
    },
    // Chromium here offers no device pickers; there is nothing to decide.
    setDevicePermissionHandler(_handler: unknown): void {},
    setCertificateVerifyProc: (proc: VerifyProc | null): void => setVerifyProc(undefined, proc),
    setSpellCheckerEnabled(_enable: boolean): void {},
    on(name: string, listener: Listener): void {
      emitter.on(name, listener);
    },
  } satisfies Likeness<
    Session,
    'protocol' | 'on' | 'setCertificateVerifyProc' | 'setPermissionRequestHandler' | 'setPermissionCheckHandler'
  >),
  /** A session for requests of main's own, or for pages without scripts. The same name is the same session. */
  fromPartition(name: string) {
    const known = partitions.get(name) ?? partition(name);
    partitions.set(name, known);
    return known;
  },
});

export type WindowSession = ReturnType<typeof partition> | typeof session.defaultSession;

/** Whether this host made it. */
export const isSession = (given: object): boolean =>
  [session.defaultSession, ...partitions.values()].some((each) => Object.is(each, given));

/** The session that main was given under Electron's type, as what it is here. */
export function knownSession(given: object): WindowSession {
  const known = [session.defaultSession, ...partitions.values()].find((each) => Object.is(each, given));
  if (!known) throw new Error('A window was given a session that the Chromium host did not make.');
  return known;
}

function partition(name: string) {
  const made = only(`session.fromPartition('${name}')`, {
    protocol: makeProtocol({}),
    // Pages of such a session run no scripts here, so nothing ever asks.
    setPermissionRequestHandler(_handler: RequestHandler | null): void {},
    setPermissionCheckHandler(_handler: CheckHandler | null): void {},
    setDevicePermissionHandler(_handler: unknown): void {},
    setCertificateVerifyProc: (proc: VerifyProc | null): void => setVerifyProc(made, proc),
    on(_name: string, _listener: Listener): void {},
    async closeAllConnections(): Promise<void> {
      closeConnections(made);
    },
  } satisfies Likeness<
    Session,
    'protocol' | 'on' | 'setCertificateVerifyProc' | 'setPermissionRequestHandler' | 'setPermissionCheckHandler'
  >);
  return made;
}

/** Asks main about each permission once, and has Chromium answer the page accordingly. Without a handler all are granted, as in Electron. */
export async function decidePermissions(context: BrowserContext, contents: WebContents, origin: string): Promise<void> {
  const granted: string[] = [];
  for (const [permission, name] of Object.entries(permissions)) {
    const request = onRequest;
    const requested = request
      ? await new Promise<boolean>((answer) => request(contents, permission, answer, {}))
      : true;
    if (requested && (onCheck?.(contents, permission, origin, {}) ?? true)) granted.push(name);
  }
  await context.grantPermissions(granted, { origin });
}

/** Lets main decide about a download; nothing it leaves alone is saved anywhere but in the profile. */
export async function decideDownload(download: Download, contents: WebContents): Promise<void> {
  const event = preventable({});
  let cancelled = false;
  const item = only('DownloadItem', {
    getURL: () => download.url(),
    getFilename: () => download.suggestedFilename(),
    cancel: () => {
      cancelled = true;
    },
  });
  emitter.emit('will-download', event, item, contents);
  if (event.defaultPrevented || cancelled) await download.cancel();
}
