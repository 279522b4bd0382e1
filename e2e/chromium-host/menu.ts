import type { Menu as ElectronMenu, MenuItemConstructorOptions } from 'electron';
import { setAccelerators } from './accelerators.ts';
import { app } from './app.ts';
import { BrowserWindow } from './browser-window.ts';
import { onCommand } from './control.ts';
import { type Likeness, only } from './only.ts';

interface BuiltMenu {
  readonly items: MenuItemConstructorOptions[];
}

let shown: BuiltMenu | null = null;

/** A menu nobody sees: a page of Chromium has no menu bar. Its accelerators work, and tests choose its items. */
export const Menu = only('Menu', {
  buildFromTemplate: (items: MenuItemConstructorOptions[]): BuiltMenu => ({ items }),
  setApplicationMenu(menu: BuiltMenu | null): void {
    shown = menu;
    setAccelerators(acceleratorsIn(menu?.items ?? []));
  },
  getApplicationMenu: () => shown,
} satisfies Likeness<typeof ElectronMenu, 'buildFromTemplate' | 'setApplicationMenu' | 'getApplicationMenu'>);

/** What the roles do that mean something here, with the accelerator Electron gives them. */
const roles: Readonly<Record<string, { readonly accelerator: string; readonly act: () => void }>> = {
  quit: { accelerator: 'CmdOrCtrl+Q', act: () => app.quit() },
  close: { accelerator: 'CmdOrCtrl+W', act: () => BrowserWindow.getFocusedWindow()?.close() },
};

/** What choosing an item does; null for one that does nothing here. */
function actionOf(item: MenuItemConstructorOptions): (() => void) | null {
  const { click } = item;
  if (!click) return roles[item.role ?? '']?.act ?? null;
  // Electron passes the item, the window and the keys held, which the product does not look at.
  return () => void Reflect.apply(click, null, [item, BrowserWindow.getFocusedWindow() ?? undefined, {}]);
}

const submenuOf = ({ submenu }: MenuItemConstructorOptions) => (Array.isArray(submenu) ? submenu : []);

function acceleratorsIn(items: readonly MenuItemConstructorOptions[]): (readonly [string, () => void])[] {
  return items.flatMap((item) => {
    const act = actionOf(item);
    const accelerator = item.accelerator ?? roles[item.role ?? '']?.accelerator;
    const own = act && accelerator && item.registerAccelerator !== false ? [[accelerator, act] as const] : [];
    return [...own, ...acceleratorsIn(submenuOf(item))];
  });
}

/** `&` marks an item's access key and is not part of its name. */
const nameOf = ({ label, role }: MenuItemConstructorOptions): string => (label ?? role ?? '').replaceAll('&', '');

onCommand('choose menu item', (names) => {
  const place = names.join(' > ');
  let items = shown?.items ?? [];
  let chosen: MenuItemConstructorOptions | undefined;
  for (const name of names) {
    chosen = items.find((item) => nameOf(item) === name);
    if (!chosen) throw new Error(`The menu has no item "${place}".`);
    items = submenuOf(chosen);
  }
  const act = chosen && actionOf(chosen);
  if (!act) throw new Error(`The Chromium host cannot choose the menu item "${place}".`);
  act();
  return null;
});
