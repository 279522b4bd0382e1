import { protocol, type Session } from 'electron';
import { answerFromBundle, bundleHost } from './bundle-answer.ts';

const scheme = 'app';

/** Where the window's pages come from. */
export const appOrigin = `${scheme}://${bundleHost}`;

/** Must run once, before the app is ready. */
export function registerAppScheme(): void {
  const privileges = { standard: true, secure: true, supportFetchAPI: true, codeCache: true };
  protocol.registerSchemesAsPrivileged([{ scheme, privileges }]);
}

/** Serves the built window from the folder `root`. */
export function serveWindow(session: Session, root: string): void {
  session.protocol.handle(scheme, (request) => answerFromBundle(root, request));
}
