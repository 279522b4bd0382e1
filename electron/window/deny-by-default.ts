import type { Session } from 'electron';

/** What is used of a page's contents. */
interface ContentsPort {
  on(
    event: 'will-navigate' | 'will-frame-navigate' | 'will-redirect',
    listener: (details: NavigationDetails) => void,
  ): unknown;
  on(event: 'will-attach-webview', listener: (event: { preventDefault(): void }) => void): unknown;
  setWindowOpenHandler(handler: (details: { readonly url: string }) => { action: 'deny' }): void;
}

interface NavigationDetails {
  readonly url: string;
  readonly isMainFrame: boolean;
  preventDefault(): void;
}

/** Nothing in this app needs a permission, a device or a download; whatever asks for one is turned down. */
export function denySessionRequests(session: Session): void {
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.on('will-download', (event) => event.preventDefault());
}

/**
 * Keeps a page where it is: it may load `pageUrl` anew and go nowhere else, embed nothing and open no windows. A link
 * that wants a new window is handed to `openLink`, which decides about it.
 */
export function keepOnPage(contents: ContentsPort, pageUrl: string, openLink: (link: string) => void): void {
  const stay = (details: NavigationDetails) => {
    if (!details.isMainFrame || withoutFragment(details.url) !== pageUrl) details.preventDefault();
  };
  contents.on('will-navigate', stay);
  contents.on('will-frame-navigate', stay);
  contents.on('will-redirect', stay);
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(({ url }) => {
    openLink(url);
    return { action: 'deny' };
  });
}

function withoutFragment(url: string): string {
  return url.replace(/#.*$/, '');
}
