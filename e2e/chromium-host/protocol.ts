import type { CustomScheme, Protocol } from 'electron';
import type { Route } from 'playwright';
import { type Likeness, only } from './only.ts';
import { toAppUrl, toPageUrl } from './page-urls.ts';

type Handler = (request: Request) => Response | Promise<Response>;

const privileged = new Map<string, CustomScheme>();
const handlers = new Map<string, Handler>();

export const protocol = only('protocol', {
  registerSchemesAsPrivileged(schemes: CustomScheme[]): void {
    for (const scheme of schemes) privileged.set(scheme.scheme, scheme);
  },
  handle(scheme: string, handler: Handler): void {
    if (handlers.has(scheme)) throw new Error(`Failed to register protocol: ${scheme}`);
    const { standard, secure } = privileged.get(scheme)?.privileges ?? {};
    if (!standard || !secure)
      throw new Error(`The Chromium host serves only standard, secure schemes; ${scheme} is not.`);
    handlers.set(scheme, handler);
  },
} satisfies Likeness<Protocol>);

/** The address Chromium is sent to for one of main's. */
export const pageUrlOf = (appUrl: string): string => toPageUrl(appUrl, (scheme) => handlers.has(scheme));

/** Answers a request of the page from main's handler for its scheme; false where it is not an address of the app. */
export async function serve(route: Route): Promise<boolean> {
  const request = route.request();
  const url = toAppUrl(request.url());
  if (url === request.url()) return false;
  const handler = handlers.get(new URL(url).protocol.slice(0, -1));
  if (!handler) return false;
  const response = await handler(new Request(url, { method: request.method(), headers: request.headers() }));
  await route.fulfill({
    status: response.status,
    headers: Object.fromEntries(response.headers),
    body: Buffer.from(await response.arrayBuffer()),
  });
  return true;
}
