const isMac = process.platform === 'darwin';
const actions = new Map<string, () => void>();

/** The menu's accelerators from now on, e.g. `CmdOrCtrl+R`. A page has no menu bar, so its preload reports the keys. */
export function setAccelerators(entries: Iterable<readonly [accelerator: string, act: () => void]>): void {
  actions.clear();
  for (const [accelerator, act] of entries) actions.set(combination(accelerator), act);
}

/** The combinations a page is to report instead of acting on them itself. */
export const combinations = (): string[] => [...actions.keys()];

export function press(keys: string): void {
  actions.get(keys)?.();
}

/** `Shift+CmdOrCtrl+Z` → `ctrl+shift+z`, in the order in which the preload's world names what is held. */
function combination(accelerator: string): string {
  const parts = accelerator.toLowerCase().split('+');
  const key = parts.at(-1) ?? '';
  const has = (...names: string[]) => names.some((name) => parts.includes(name));
  const either = has('cmdorctrl', 'commandorcontrol');
  const held = {
    ctrl: has('ctrl', 'control') || (either && !isMac),
    meta: has('cmd', 'command', 'super', 'meta') || (either && isMac),
    alt: has('alt', 'option'),
    shift: has('shift'),
  };
  return [...Object.entries(held).flatMap(([name, down]) => (down ? [name] : [])), key].join('+');
}
