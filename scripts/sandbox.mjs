import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/**
 * Whether Chromium's sandbox works for a program that no installer has set up: Electron in node_modules, or a browser. Root
 * has none. On Linux it needs user namespaces, which a rule of AppArmor, a container or a kernel setting may refuse: one is
 * made to find out.
 */
export function canSandbox() {
  return process.getuid?.() !== 0 && canMakeNamespaces();
}

/** Says in one line that the app is about to run without the sandbox, and why; nothing for root, who knows. */
export function explainSandbox() {
  if (process.getuid?.() === 0 || canMakeNamespaces()) return;
  console.log(`This start goes without Chromium's sandbox, which needs user namespaces: ${whyNoNamespaces()}`);
}

/** @type {boolean | undefined} */
let known;

function canMakeNamespaces() {
  if (process.platform !== 'linux') return true;
  known ??= probe();
  return known;
}

function probe() {
  const { status, error } = spawnSync('unshare', ['--user', '--map-root-user', 'true'], { stdio: 'ignore' });
  // Without the program that tries it, the two known settings decide.
  return error
    ? setting('kernel/apparmor_restrict_unprivileged_userns') !== '1' && mostNamespaces() !== '0'
    : status === 0;
}

function whyNoNamespaces() {
  if (setting('kernel/apparmor_restrict_unprivileged_userns') === '1') {
    return "this system's AppArmor allows them only to programs that it has a profile of, such as the installed Debian package.";
  }
  return mostNamespaces() === '0'
    ? 'user.max_user_namespaces is 0 on this system.'
    : 'this system refuses them, as most containers do.';
}

const mostNamespaces = () => setting('user/max_user_namespaces');

/** @param {string} name below /proc/sys */
function setting(name) {
  try {
    return readFileSync(`/proc/sys/${name}`, 'utf8').trim();
  } catch {
    // This kernel does not know it.
    return null;
  }
}
