import './check-node.mjs';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { buildHost } from './build.mjs';
import { hostNode } from './host-node.mjs';
import { installChromium } from './install-chromium.mjs';
import { installDependencies } from './install-dependencies.mjs';
import { root } from './run.mjs';
import { canSandbox } from './sandbox.mjs';

// npm run dev: the window from Vite's server with hot reload; main and preload are rebuilt, and the app restarted, when
// their sources change. Everything goes to dist/dev, so that `npm start` never meets a development build.

if (!(await installDependencies())) process.exit(1);
process.env.NODE_ENV = 'development';
const { createBuilder, createServer } = await import('vite');
const { installElectron } = await import('./install-electron.mjs');
const electron = await installElectron();
if (electron === null && !((await installChromium()) && (await buildHost()))) process.exit(1);

const folder = join(root, 'dist/dev');
const server = await createServer({ configFile: join(root, 'vite.config.ts') });
await server.listen();
const url = server.resolvedUrls?.local[0];
if (!url) throw new Error("Vite's server has no address.");

await build();
/** @type {import('node:child_process').ChildProcess} */
let app = startApp();
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => app.kill());

server.watcher.add([join(root, 'core'), join(root, 'electron')]);
/** @type {NodeJS.Timeout | undefined} */
let soon;
let restarting = Promise.resolve();
server.watcher.on('change', (file) => {
  if (file.startsWith(join(root, 'renderer') + sep)) return;
  // An editor writes several files at once; they are one change.
  clearTimeout(soon);
  soon = setTimeout(() => {
    restarting = restarting.then(restart);
  }, 200);
});

/** Builds, and only where that worked ends the app and starts its successor. */
async function restart() {
  try {
    await build();
  } catch (error) {
    console.error(`The build failed, so the app goes on as it was. ${error instanceof Error ? error.message : error}`);
    return;
  }
  console.log('Restarting the app…');
  app.removeAllListeners('exit');
  app.kill();
  // Its successor may only start when it has let go of the user-data folder.
  if (app.exitCode === null && app.signalCode === null) await once(app, 'exit');
  app = startApp();
}

async function build() {
  /** @param {string} name */
  const into = (name) => ({ build: { outDir: join(folder, name) } });
  const builder = await createBuilder({
    configFile: join(root, 'vite.config.ts'),
    mode: 'development',
    logLevel: 'warn',
    environments: { main: into('main'), preload: into('preload') },
  });
  for (const name of ['main', 'preload']) {
    const environment = builder.environments[name];
    if (environment) await builder.build(environment);
  }
  const { name, version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  mkdirSync(folder, { recursive: true });
  const description = { name, productName: 'Reader Desk Development', version, type: 'module', main: 'main/main.js' };
  writeFileSync(join(folder, 'package.json'), JSON.stringify(description));
}

function startApp() {
  const args = process.argv.slice(2);
  const sandbox = canSandbox() ? [] : ['--no-sandbox'];
  const [program, ...before] = electron
    ? [electron, ...sandbox, folder]
    : [hostNode().path, 'dist/host/main.js', '--visible', join(folder, 'main/main.js')];
  const env = { ...process.env, READER_DESK_DEV_URL: url };
  const child = spawn(program ?? '', [...before, ...args], { cwd: root, env, stdio: 'inherit' });
  child.on('exit', async (code) => {
    await server.close();
    process.exit(code ?? 1);
  });
  return child;
}
