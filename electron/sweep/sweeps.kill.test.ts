import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { simulatorState } from '../../core/camio/simulator/simulator.ts';
import { startSimulatorServer } from '../practice/simulator-server.ts';
import { SweepFile } from './sweep-file.ts';
import { readers, sweepUntilKilled, token } from './sweeps.kill.fixture.ts';

let root: string;
let program: string;

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'reader-desk-kill-'));
  program = join(root, 'program.mjs');
  const child = join(import.meta.dirname, 'sweeps.kill.fixture.ts');
  const entry = join(root, 'program.ts');
  await writeFile(
    entry,
    `import { ${sweepUntilKilled.name} as sweep } from ${JSON.stringify(child)};\nawait sweep(process.argv.slice(2));\n`,
  );
  await build({
    configFile: false,
    logLevel: 'error',
    root,
    ssr: { noExternal: true },
    build: {
      ssr: entry,
      outDir: root,
      emptyOutDir: false,
      target: 'node20',
      rollupOptions: { output: { entryFileNames: 'program.mjs' } },
    },
  });
}, 60_000);

afterAll(() => rm(root, { recursive: true, force: true }));

const seed = Number(process.env.KILL_SEED ?? Math.floor(Math.random() * 1e9));

/** The next of a row of numbers below `limit`, the same for the same seed. */
let drawn = seed;
function draw(limit: number): number {
  drawn = (Math.imul(drawn, 1_103_515_245) + 12_345) >>> 0;
  return (drawn >>> 8) % limit;
}

it(`sends each reader one event at most, killed again and again (seed ${seed})`, async () => {
  const folder = join(root, 'killed');
  await mkdir(folder);
  let killAt = 0;
  let received = 0;
  let kill: () => void = () => {};
  const server = await startSimulatorServer({
    state: simulatorState(readers),
    token,
    onReceived() {
      received += 1;
      if (received === killAt) kill();
    },
  });

  /** Runs the sweep until the server has received so many more events, or to its end; whether it came to its end. */
  async function sweep(more: number): Promise<boolean> {
    killAt = received + more;
    const child = spawn(process.execPath, [program, folder, server.baseUrl], {
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    kill = () => child.kill('SIGKILL');
    const [code] = await new Promise<[number | null]>((resolve) => child.once('close', (status) => resolve([status])));
    if (code !== null) expect(code).toBe(0);
    return code === 0;
  }

  try {
    let kills = 0;
    while (kills < 12 && !(await sweep(1 + draw(40)))) kills += 1;
    await sweep(Number.POSITIVE_INFINITY);
    expect(kills).toBeGreaterThan(5);

    const taken = server.received.map(({ body }) => String(JSON.parse(body).device_id));
    expect(new Set(taken).size).toBe(taken.length);
    const sweeps = join(folder, 'a', 'sweeps');
    const files = await readdir(sweeps);
    expect(files).toHaveLength(1);
    const opened = await SweepFile.open(join(sweeps, files[0] ?? ''), () => {}, {
      damaged: (copy) => expect.unreachable(copy),
      now: () => new Date(),
    });
    if (!opened.ok) throw new Error(opened.error.kind);
    const { progress } = opened.value;
    const { counts, state } = progress.summary();
    expect(state).toEqual({ kind: 'finished' });
    expect(counts).toMatchObject({ pending: 0, sending: 0, refused: 0 });
    expect(counts.unknown).toBeLessThanOrEqual(kills * 8);
    // Who is not unknown got an event: none was lost either.
    for (const { readerId, outcome } of progress.results()) {
      if (outcome === 'accepted') expect(taken).toContain(readerId);
    }
  } finally {
    await server.close();
  }
}, 120_000);
