import { protocol, type Session } from 'electron';
import { answerFromBundle, bundleHost } from './bundle-answer.ts';

/** The scheme of the app's own pages. */
export const appScheme = 'app';

/** Where the window's pages come from. */
export const appOrigin = `${appScheme}://${bundleHost}`;

/** Must run once, before the app is ready. */
export function registerAppScheme(): void {
  const privileges = { standard: true, secure: true, supportFetchAPI: true, codeCache: true };
  protocol.registerSchemesAsPrivileged([{ scheme: appScheme, privileges }]);
}

/** Serves the built window from the folder `root`. */
export function serveWindow(session: Session, root: string): void {
  session.protocol.handle(appScheme, (request) => answerFromBundle(root, request));
}
