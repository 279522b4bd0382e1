import type { LaunchOptions } from 'playwright';
import { findChromium } from '../../scripts/find-chromium.mjs';
import { canSandbox } from '../../scripts/sandbox.mjs';

/** How every Chromium of the host is started, whoever starts it. `debuggable`: a second client can connect to it. */
export async function chromiumOptions(of: { readonly headless: boolean; readonly debuggable: boolean }) {
  const executablePath = await findChromium({ headless: of.headless });
  if (executablePath === null) throw new Error('No Chromium was found. Set CHROMIUM_PATH to one, or run "npm test".');
  const isSandboxed = canSandbox();
  return {
    executablePath,
    headless: of.headless,
    chromiumSandbox: isSandboxed,
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
    ignoreDefaultArgs: ['--enable-automation'],
    args: [
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      ...(of.debuggable ? ['--remote-debugging-port=0'] : []),
      // A window without tabs and address bar; headless Chromium has neither.
      ...(of.headless ? [] : ['--app=data:text/html,']),
      // Hides the notice about the missing sandbox.
      ...(isSandboxed ? [] : ['--test-type']),
    ],
  } satisfies LaunchOptions;
}

/** The window's own size and the system's colours, not Playwright's. */
export const contextOptions = { viewport: null, colorScheme: null } as const;
