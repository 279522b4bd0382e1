import type { BrowserContext, Page, Request } from 'playwright';
import { contentsOf } from './browser-window.ts';
import { isDenied } from './popups.ts';
import { protocol, serve } from './protocol.ts';

/**
 * Every request of every page passes here. Navigations are put to main first; the app's own addresses are answered by
 * its protocol handler; the rest goes to the network, as it would in Electron: keeping it from doing so is main's work.
 */
export async function watchRequests(context: BrowserContext): Promise<void> {
  await context.route('**/*', async (route) => {
    const request = route.request();
    const page = pageOf(request);
    const contents = page && contentsOf(page);
    const allowed = contents
      ? !request.isNavigationRequest() || contents.mayNavigate(request.url(), request.frame() === page.mainFrame())
      : !isDenied(page);
    if (!allowed) await route.abort('aborted');
    else if (!(await serve(route, contents?.session.protocol ?? protocol))) await route.continue();
  });
}

/** Null while the page of a new window is not known yet. */
function pageOf(request: Request): Page | null {
  try {
    return request.frame().page();
  } catch {
    return null;
  }
}
