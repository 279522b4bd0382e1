/**
 * Chromium on its own cannot navigate to a scheme of the app's making, so pages of `app://bundle/…` are served under
 * the reserved name `https://bundle.app.invalid/…`. Main only ever sees the first form, Chromium only the second.
 */
export function toPageUrl(appUrl: string, handled: (scheme: string) => boolean): string {
  const match = /^([a-z][a-z0-9+.-]*):\/\/([^/?#]+)(.*)$/i.exec(appUrl);
  const [, scheme, host, rest] = match ?? [];
  if (scheme === undefined || host === undefined || !handled(scheme)) return appUrl;
  return `https://${host}.${scheme}.invalid${rest === '' ? '/' : rest}`;
}

/** The address main knows a page by; addresses of the web are left as they are. */
export function toAppUrl(pageUrl: string): string {
  const match = /^https:\/\/([^/?#]+)\.([a-z][a-z0-9+-]*)\.invalid(.*)$/i.exec(pageUrl);
  const [, host, scheme, rest] = match ?? [];
  return host === undefined ? pageUrl : `${scheme}://${host}${rest}`;
}

/** `app://bundle/x` → `app://bundle`, as Electron names the origin of a standard scheme. */
export function originOf(appUrl: string): string {
  return /^[a-z][a-z0-9+.-]*:\/\/[^/?#]*/i.exec(appUrl)?.[0] ?? 'null';
}
