import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root, runNpm } from './run.mjs';

/**
 * Writes what the packaged app is made of into `folder`, as a CycloneDX list: the packages in its bundles, and Electron.
 * Answers the file's path, or null where npm could not tell.
 * @param {string} folder relative to the project's folder
 */
export async function writeSbom(folder) {
  const { name, version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const file = join(root, folder, `${name}-${version}.cdx.json`);
  mkdirSync(join(root, folder), { recursive: true });
  const code = await runNpm(['sbom', '--sbom-format=cyclonedx', '--sbom-type=application'], { outputFile: file });
  if (code !== 0) {
    console.error(`${file} could not be written; npm says why above.`);
    return null;
  }
  writeFileSync(file, `${JSON.stringify(onlyPackaged(JSON.parse(readFileSync(file, 'utf8')), name), null, 2)}\n`);
  return file;
}

/**
 * @typedef {{ name: string, 'bom-ref': string, properties: { name: string, value: string }[] }} Component
 * @typedef {{ ref: string, dependsOn: string[] }} Dependency
 * @typedef {{ metadata: { component: Component }, components: Component[], dependencies: Dependency[] }} Sbom
 */

/**
 * npm's own `--omit=dev` also leaves out packages that the app shares with a tool, React among them. So all are asked
 * for, and those that only tools need are dropped here. npm also calls the app by the name of its folder.
 * @param {Sbom} all
 * @param {string} name
 * @returns {Sbom}
 */
export function onlyPackaged({ metadata, components, dependencies, ...rest }, name) {
  const packaged = components.filter((component) => component.name === 'electron' || !isTool(component));
  const refs = new Set([metadata.component['bom-ref'], ...packaged.map((component) => component['bom-ref'])]);
  // Electron's own dependencies only download it.
  const edges = dependencies
    .filter(({ ref }) => refs.has(ref))
    .map(({ ref, dependsOn }) => ({ ref, dependsOn: dependsOn.filter((other) => refs.has(other)) }));
  return {
    ...rest,
    metadata: { ...metadata, component: { ...metadata.component, name } },
    components: packaged,
    dependencies: edges,
  };
}

/**
 * The Node that runs main outside Electron is optional, which npm cannot say of a development dependency.
 * @param {Component} component
 */
function isTool({ name, properties }) {
  return /^node-[a-z]+-[a-z0-9]+$/.test(name) || properties.some(({ name }) => name === 'cdx:npm:package:development');
}
