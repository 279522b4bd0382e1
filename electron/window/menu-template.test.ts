import type { MenuItemConstructorOptions } from 'electron';
import { describe, expect, it } from 'vitest';
import type { MenuCommand } from '../../core/ipc/contract.ts';
import { isAllowedLink } from '../app/external-link.ts';
import { menuTemplate } from './menu-template.ts';

function open(platform: NodeJS.Platform, forDevelopers = false) {
  const commands: MenuCommand[] = [];
  const links: string[] = [];
  const template = menuTemplate({
    platform,
    forDevelopers,
    command: (command) => void commands.push(command),
    openLink: (link) => void links.push(link),
  });
  return { items: template.flatMap(flatten), commands, links };
}

function flatten(item: MenuItemConstructorOptions): MenuItemConstructorOptions[] {
  return Array.isArray(item.submenu) ? [item, ...item.submenu.flatMap(flatten)] : [item];
}

/** What Electron does with a click; the arguments it passes are not looked at. */
function click(item: MenuItemConstructorOptions) {
  Reflect.apply(item.click ?? (() => {}), undefined, []);
}

const platforms = ['linux', 'win32', 'darwin'] as const;

describe('menuTemplate', () => {
  it.each(platforms)('on %s sends every command once', (platform) => {
    const { items, commands } = open(platform);
    for (const item of items) click(item);
    expect(commands.map((command) => (command.kind === 'go' ? command.page : command.kind)).sort()).toEqual(
      [
        'undo',
        'redo',
        'filter',
        'add reader',
        'review',
        'import',
        'export',
        'refresh',
        'connections',
        'readers',
        'review',
        'camera plan',
        'test events',
        'commissioning',
        'history',
        'settings',
      ].sort(),
    );
  });

  it.each(platforms)('on %s leaves to the page the keys that a text field needs', (platform) => {
    for (const item of open(platform).items) {
      const isLetter = item.accelerator !== undefined && /^[A-Z]$/.test(item.accelerator);
      const isUndo = item.accelerator?.endsWith('Z') ?? false;
      if (isLetter || isUndo) expect(item.registerAccelerator).toBe(false);
      if (platform === 'darwin') expect(isLetter).toBe(false);
    }
  });

  it.each(platforms)('on %s gives each shortcut one meaning', (platform) => {
    const keys = open(platform).items.flatMap((item) => item.accelerator ?? []);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('opens only links that are allowed', () => {
    const { items, links } = open('linux');
    for (const item of items) click(item);
    expect(links).toHaveLength(2);
    expect(links.every(isAllowedLink)).toBe(true);
  });

  it('quits from the application’s menu on macOS, else from File', () => {
    for (const platform of platforms) {
      expect(open(platform).items.filter((item) => item.role === 'quit')).toHaveLength(1);
    }
    expect(open('darwin').items[0]?.role).toBe('appMenu');
  });

  it('offers developer tools to developers only', () => {
    const roles = (forDevelopers: boolean) => open('linux', forDevelopers).items.map((item) => item.role);
    expect(roles(false)).not.toContain('toggleDevTools');
    expect(roles(true)).toContain('toggleDevTools');
  });
});
