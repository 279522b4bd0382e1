import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { simulatorState } from '../../core/simulator/simulator.ts';
import { startSimulatorServer } from '../practice/simulator-server.ts';
import { type BuiltProgram, buildProgramOf } from '../testing/built-program.ts';
import { drawFrom, killSeed } from '../testing/draws.ts';
import { readers, sweepUntilKilled, token } from '../testing/sweeps-child.ts';
import { SweepFile } from './sweep-file.ts';

let root: string;
let program: BuiltProgram;

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'reader-desk-kill-'));
  program = await buildProgramOf(join(import.meta.dirname, '../testing/sweeps-child.ts'), sweepUntilKilled);
}, 60_000);

afterAll(() => Promise.all([program.remove(), rm(root, { recursive: true, force: true })]));

const draw = drawFrom(killSeed);

it(`sends each reader one event at most, killed again and again (seed ${killSeed})`, async () => {
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
    const child = spawn(process.execPath, [program.path, folder, server.baseUrl], {
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
}, 240_000);
