import type { MenuItemConstructorOptions } from 'electron';
import type { MenuCommand } from '../../core/ipc/contract.ts';
import { camioHelpUrl, camioSettingsUrl } from '../app/external-link.ts';

interface MenuNeeds {
  readonly platform: NodeJS.Platform;
  readonly command: (command: MenuCommand) => void;
  readonly openLink: (link: string) => void;
  /** Whether to offer reloading and the developer tools. */
  readonly forDevelopers: boolean;
}

/** The native menu. What acts on the page in view is handed to the window as a command. */
export function menuTemplate({ platform, command, openLink, forDevelopers }: MenuNeeds): MenuItemConstructorOptions[] {
  const isMac = platform === 'darwin';
  const separator: MenuItemConstructorOptions = { type: 'separator' };

  /** The page answers this shortcut itself, since it knows what has the focus; the menu shows it. */
  const shown = (label: string, accelerator: string, run: MenuCommand): MenuItemConstructorOptions => ({
    label,
    accelerator,
    // macOS offers the key to the page first, and to the menu only if the page left it alone.
    registerAccelerator: false,
    click: () => command(run),
  });
  /** macOS would take a bare letter from every text field, so there the shortcut stays the page's alone. */
  const letter = (label: string, key: string, run: MenuCommand): MenuItemConstructorOptions =>
    isMac ? { label, click: () => command(run) } : shown(label, key, run);
  const item = (label: string, accelerator: string, run: MenuCommand): MenuItemConstructorOptions => ({
    label,
    accelerator,
    click: () => command(run),
  });

  const settings = item('Settings', 'CmdOrCtrl+,', { kind: 'go', page: 'settings' });
  const app: MenuItemConstructorOptions = {
    role: 'appMenu',
    submenu: [
      { role: 'about' },
      separator,
      settings,
      separator,
      { role: 'services' },
      separator,
      { role: 'hide' },
      { role: 'hideOthers' },
      { role: 'unhide' },
      separator,
      { role: 'quit' },
    ],
  };
  const file: MenuItemConstructorOptions = {
    label: '&File',
    submenu: [
      shown('&Review and push', 'CmdOrCtrl+S', { kind: 'review' }),
      item('Refresh from &Camio', 'CmdOrCtrl+R', { kind: 'refresh' }),
      item('&Import…', 'CmdOrCtrl+I', { kind: 'import' }),
      item('&Export…', 'CmdOrCtrl+E', { kind: 'export' }),
      separator,
      ...(isMac ? [{ role: 'close' as const }] : [settings, separator, { role: 'quit' as const }]),
    ],
  };
  const edit: MenuItemConstructorOptions = {
    label: '&Edit',
    submenu: [
      shown('&Undo', 'CmdOrCtrl+Z', { kind: 'undo' }),
      shown('&Redo', 'Shift+CmdOrCtrl+Z', { kind: 'redo' }),
      separator,
      { role: 'cut' },
      { role: 'copy' },
      { role: 'paste' },
      { role: 'selectAll' },
      separator,
      letter('&New reader', 'N', { kind: 'add reader' }),
      letter('&Filter readers', 'F', { kind: 'filter' }),
    ],
  };
  const view: MenuItemConstructorOptions = {
    label: '&View',
    submenu: [
      item('&Readers', 'CmdOrCtrl+1', { kind: 'go', page: 'readers' }),
      item('Re&view', 'CmdOrCtrl+2', { kind: 'go', page: 'review' }),
      item('Camera &plan', 'CmdOrCtrl+3', { kind: 'go', page: 'camera plan' }),
      item('&Test events', 'CmdOrCtrl+4', { kind: 'go', page: 'test events' }),
      item('Co&mmissioning', 'CmdOrCtrl+5', { kind: 'go', page: 'commissioning' }),
      item('&History', 'CmdOrCtrl+6', { kind: 'go', page: 'history' }),
      item('&Connections', 'CmdOrCtrl+7', { kind: 'go', page: 'connections' }),
      separator,
      { role: 'resetZoom' },
      { role: 'zoomIn' },
      { role: 'zoomOut' },
      separator,
      { role: 'togglefullscreen' },
      ...(forDevelopers ? [separator, { role: 'forceReload' as const }, { role: 'toggleDevTools' as const }] : []),
    ],
  };
  const help: MenuItemConstructorOptions = {
    role: 'help',
    label: '&Help',
    submenu: [
      { label: 'Camio &help', click: () => openLink(camioHelpUrl) },
      { label: 'Camio’s &settings for access control', click: () => openLink(camioSettingsUrl) },
      ...(isMac ? [] : [separator, { role: 'about' as const }]),
    ],
  };
  return [...(isMac ? [app] : []), file, edit, view, ...(isMac ? [{ role: 'windowMenu' as const }] : []), help];
}
