import { join } from 'node:path';
import type { Figure } from '../figure.ts';
import type { BenchOptions } from '../options.ts';
import { median, short } from '../samples.ts';
import { inScratchFolder } from '../scratch-folder.ts';
import { type BenchServer, withServer } from './bench-server.ts';
import { benchSweep, type SweepRun } from './bench-sweep.ts';
import { type MainWatched, watchMain } from './main-watch.ts';
import { plainLoop } from './plain-loop.ts';

const lanes = 8;
const leastShare = 0.8;

/** What a sweep costs beside loops that do nothing but post, on the same server, in turns. */
export async function* sweepFigures({ isQuick }: BenchOptions): AsyncGenerator<Figure> {
  const rounds = isQuick ? 2 : 5;
  const events = isQuick ? 200 : 1_000;
  for (const { what, args, isTarget } of servers) {
    yield await inScratchFolder((folder) =>
      withServer(args(folder), async (server) => {
        // Whoever comes first pays for code that was never run before.
        await inTurns(join(folder, 'first'), server, 1, 200);
        const taken = await inTurns(folder, server, rounds, events);
        return beside(`sweep, ${lanes} at a time, ${what}`, taken, isTarget);
      }),
    );
  }
  yield* atLength(isQuick ? 1_000 : 2_000, isQuick ? 2_000 : 20_000);
}

const servers = [
  { what: 'practice account', args: (folder: string) => ['practice', join(folder, 'practice')], isTarget: true },
  { what: 'server that answers after 20 ms', args: () => ['simulator', '20'], isTarget: false },
  { what: 'server that answers at once', args: () => ['simulator', '0'], isTarget: false },
];

interface Taken {
  readonly sweep: number;
  readonly kept: number;
  readonly technician: number;
}

/** Events per second of each, the median of some rounds. */
async function inTurns(folder: string, server: BenchServer, rounds: number, events: number): Promise<Taken> {
  const sweep: number[] = [];
  const kept: number[] = [];
  const technician: number[] = [];
  for (let round = 0; round < rounds; round++) {
    kept.push(await plainLoop(server, { events, lanes, kept: true }));
    sweep.push((await benchSweep(join(folder, `sweep-${round}`), server, { readers: events, lanes })).perSecond);
    technician.push(await plainLoop(server, { events: Math.ceil(events / lanes), lanes: 1, kept: false }));
  }
  return { sweep: median(sweep), kept: median(kept), technician: median(technician) };
}

function beside(what: string, { sweep, kept, technician }: Taken, isTarget: boolean): Figure {
  const share = sweep / kept;
  return {
    what,
    target: isTarget ? `≥ ${leastShare * 100} % of a bare keep-alive loop` : null,
    measured: `${short(share * 100)} % (${short(sweep)} of ${short(kept)} events/s)`,
    peer: `${short(sweep / technician)} × a script that opens a connection per event (${short(technician)} events/s)`,
    isMet: isTarget ? share >= leastShare : null,
  };
}

/** Memory and main's event loop over a long sweep, each in turn with a short one. */
async function* atLength(few: number, many: number): AsyncGenerator<Figure> {
  for (const readers of [few, many]) {
    const run = await inScratchFolder((folder) =>
      withServer(['simulator', '0'], (server) => watched(folder, server, readers)),
    );
    const what = `sweep of ${readers.toLocaleString('en')}`;
    yield {
      what: `${what}, main held up at most`,
      target: '≤ 50 ms',
      measured: `${short(run.blockedMs)} ms`,
      peer: null,
      isMet: run.blockedMs <= 50,
    };
    yield {
      what: `${what}, memory of main beyond that before`,
      target: null,
      measured: `${short(run.grewMb)} MB at its most; all results as JSON in ${short(run.resultsMs)} ms`,
      peer: null,
      isMet: null,
    };
  }
}

async function watched(folder: string, server: BenchServer, readers: number): Promise<SweepRun & MainWatched> {
  let stop: () => MainWatched = () => {
    throw new Error('The sweep did not start.');
  };
  const onStart = () => {
    stop = watchMain();
  };
  const run = await benchSweep(folder, server, { readers, lanes, onStart });
  return { ...run, ...stop() };
}
