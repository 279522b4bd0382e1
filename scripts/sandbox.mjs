import { readFileSync } from 'node:fs';

/**
 * Whether Chromium's sandbox can be had for a program that no installer has set up: Electron in node_modules, or the
 * browser Playwright downloads. Root has none, and Ubuntu's AppArmor refuses such programs the user namespaces it needs.
 */
export function canSandbox() {
  return process.getuid?.() !== 0 && !areNamespacesRefused();
}

/** Says in one line that the app is about to run without it, and why; nothing for root, who knows. */
export function explainSandbox() {
  if (!areNamespacesRefused() || process.getuid?.() === 0) return;
  console.log(
    "This system's AppArmor refuses the sandbox to programs in this folder, so this start goes without it. An installed Reader Desk has it.",
  );
}

function areNamespacesRefused() {
  try {
    return readFileSync('/proc/sys/kernel/apparmor_restrict_unprivileged_userns', 'utf8').trim() === '1';
  } catch {
    // Only Linux with AppArmor has this file.
    return false;
  }
}
