import { readFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { appId } from '../electron/app/app-id.ts';
import viteConfig from '../vite.config.ts';
import { installers } from './installers.mjs';
import { root } from './run.mjs';

// That electron-builder knows every word of the description is the type check's business.
describe('the installers', () => {
  it('hold the three bundles without their source maps, and nothing else', () => {
    const bundles = Object.values(viteConfig.environments ?? {}).map(({ build }) => build?.outDir ?? '');
    const patterns = bundles.map((folder) => `${relative(root, folder).replaceAll('\\', '/')}/**`);
    expect(patterns).toHaveLength(3);
    expect(new Set(/** @type {string[]} */ (installers.files))).toEqual(new Set([...patterns, '!**/*.map']));
  });

  it('hold what Electron starts', () => {
    const { main } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
    expect(join(root, main)).toBe(join(viteConfig.environments?.main?.build?.outDir ?? '', 'main.js'));
  });

  it('need no package beside the bundles', () => {
    for (const name of ['main', 'preload']) {
      const { resolve, build } = viteConfig.environments?.[name] ?? {};
      expect(resolve?.noExternal).toBe(true);
      const external = [resolve?.external, build?.rollupOptions?.external].flat();
      expect(external.filter((each) => each !== 'electron' && !isBuiltin(String(each)))).toEqual([]);
    }
  });

  it('open no keychain for cookies that the app does not keep', () => {
    expect(installers.electronFuses?.enableCookieEncryption).toBe(false);
  });

  it('have the id that the running app gives itself', () => {
    expect(installers.appId).toBe(appId);
  });
});
