import type { CustomScheme, Protocol } from 'electron';
import type { Route } from 'playwright';
import { type Likeness, only } from './only.ts';
import { toAppUrl, toPageUrl } from './page-urls.ts';

type Handler = (request: Request) => Response | Promise<Response>;

const privileged = new Map<string, CustomScheme>();
/** The pages each session serves, by scheme. */
const served = new WeakMap<object, Map<string, Handler>>();

export const protocol = makeProtocol({
  registerSchemesAsPrivileged(schemes: CustomScheme[]): void {
    for (const scheme of schemes) privileged.set(scheme.scheme, scheme);
  },
});

/** The protocol of another session, which serves pages of its own. */
export function makeProtocol<Also extends object>(also: Also) {
  const handlers = new Map<string, Handler>();
  const made = only('protocol', {
    ...also,
    handle(scheme: string, handler: Handler): void {
      if (handlers.has(scheme)) throw new Error(`Failed to register protocol: ${scheme}`);
      const { standard, secure } = privileged.get(scheme)?.privileges ?? {};
      if (!standard || !secure)
        throw new Error(`The Chromium host serves only standard, secure schemes; ${scheme} is not.`);
      handlers.set(scheme, handler);
    },
  } satisfies Likeness<Protocol>);
  served.set(made, handlers);
  return made;
}

/** The address Chromium is sent to for one of main's. */
export const pageUrlOf = (appUrl: string): string => toPageUrl(appUrl, (scheme) => privileged.has(scheme));

/**
 * Answers a request of a page from main's handler for its scheme, in the session of that page; false where it is not an
 * address of the app.
 */
export async function serve(route: Route, from: object): Promise<boolean> {
  const request = route.request();
  const url = toAppUrl(request.url());
  if (url === request.url()) return false;
  const handler = served.get(from)?.get(new URL(url).protocol.slice(0, -1));
  if (!handler) return false;
  const response = await handler(new Request(url, { method: request.method(), headers: request.headers() }));
  await route.fulfill({
    status: response.status,
    headers: Object.fromEntries(response.headers),
    body: Buffer.from(await response.arrayBuffer()),
  });
  return true;
}
