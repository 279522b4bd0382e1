import { existsSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The path of a Chromium that can run the app's windows: CHROMIUM_PATH, else the one Playwright installed, else the
 * system's Chromium, Chrome or Edge; null where there is none. `headless`: windows that nobody sees, for which Debian's
 * headless shell comes first, since it starts in half the time and draws no browser around the page.
 * @param {{ headless?: boolean }} [options]
 * @returns {Promise<string | null>}
 */
export async function findChromium({ headless = false } = {}) {
  const named = process.env.CHROMIUM_PATH;
  if (named) return existsSync(named) ? named : null;
  const { chromium } = await import('playwright');
  const shell = headless ? ['/usr/bin/chromium-headless-shell'] : [];
  const candidates = [...shell, chromium.executablePath(), ...systemBrowsers()];
  return candidates.find((path) => existsSync(path)) ?? null;
}

/** @returns {string[]} */
function systemBrowsers() {
  if (process.platform === 'darwin') {
    return ['Chromium', 'Google Chrome', 'Microsoft Edge'].map(
      (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
    );
  }
  if (process.platform === 'win32') {
    const folders = [process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)'], process.env.LOCALAPPDATA];
    const programs = ['Google\\Chrome\\Application\\chrome.exe', 'Microsoft\\Edge\\Application\\msedge.exe'];
    return folders.flatMap((folder) => (folder ? programs.map((program) => join(folder, program)) : []));
  }
  const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'];
  const folders = ['/usr/bin', '/usr/local/bin', '/snap/bin'];
  return folders.flatMap((folder) => names.map((name) => join(folder, name)));
}
