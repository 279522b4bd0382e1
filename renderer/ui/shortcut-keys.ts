const isMac = /mac/i.test(navigator.platform);

/** A key combination as this system writes it: `Mod+Shift+Z` is `⇧⌘Z` on a Mac and `Ctrl+Shift+Z` elsewhere. */
export function shortcutText(keys: string): string {
  if (!isMac) return keys.replace('Mod', 'Ctrl');
  const signs = keys.split('+').map((key) => ({ Mod: '⌘', Shift: '⇧', Alt: '⌥' })[key] ?? key);
  return signs.sort((left, right) => '⌥⇧⌘'.indexOf(right) - '⌥⇧⌘'.indexOf(left)).join('');
}

/** The same for assistive technology, as `aria-keyshortcuts` wants it. */
export function ariaKeys(keys: string): string {
  return keys.replace('Mod', isMac ? 'Meta' : 'Control');
}

/** Whether the key that means "command" on this system is held: ⌘ on a Mac, Ctrl elsewhere. */
export function holdsCommandKey(event: { readonly metaKey: boolean; readonly ctrlKey: boolean }): boolean {
  return isMac ? event.metaKey : event.ctrlKey;
}
