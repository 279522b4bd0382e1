import { mkdtemp } from 'node:fs/promises';
import { join } from 'node:path';
import type { Figure } from '../measure/figure.ts';
import type { BenchOptions } from '../measure/options.ts';
import { median, quantile, short } from '../measure/samples.ts';
import { inScratchFolder } from '../measure/scratch-folder.ts';
import { type BenchServer, withServer } from './bench-server.ts';
import { benchSweep, type SweepRun } from './bench-sweep.ts';
import { type MainWatched, watchMain } from './main-watch.ts';
import { plainLoop } from './plain-loop.ts';

const lanes = 8;
const leastShare = 0.8;

/** What a sweep costs beside loops that do nothing but post, on the same server, in turns. */
export async function* sweepFigures({ isQuick }: BenchOptions): AsyncGenerator<Figure> {
  const rounds = isQuick ? 2 : 9;
  const events = isQuick ? 200 : 2_000;
  for (const { what, args, isTarget } of servers) {
    yield await inScratchFolder((folder) =>
      withServer(args(folder), async (server) => {
        // A sweep of thousands is what counts; in the first rounds Node still compiles what it then runs all the time.
        for (let round = 0; round < (isQuick ? 1 : 3); round++) await inTurn(folder, server, events);
        const taken: Turn[] = [];
        for (let round = 0; round < rounds; round++) taken.push(await inTurn(folder, server, events));
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

/** Events per second of each, one right after the other. */
interface Turn {
  readonly kept: number;
  readonly sweep: number;
  /** As many at a time as the sweep has, and like the sweep's each over a connection of its own. */
  readonly fresh: number;
  readonly technician: number;
}

async function inTurn(folder: string, server: BenchServer, events: number): Promise<Turn> {
  const kept = await plainLoop(server, { events, lanes, kept: true });
  const own = await mkdtemp(join(folder, 'sweep-'));
  const sweep = (await benchSweep(own, server, { readers: events, lanes })).perSecond;
  const fresh = await plainLoop(server, { events, lanes, kept: false });
  const technician = await plainLoop(server, { events: Math.ceil(events / lanes), lanes: 1, kept: false });
  return { kept, sweep, fresh, technician };
}

/** The disk's speed changes within a run, so each share is taken within a turn. */
function beside(what: string, turns: readonly Turn[], isTarget: boolean): Figure {
  const share = (of: (turn: Turn) => number) => turns.map((turn) => (turn.sweep / of(turn)) * 100);
  const ofKept = share(({ kept }) => kept);
  const [least, middle, most] = [0, 0.5, 1].map((rank) => short(quantile(ofKept, rank)));
  const rate = (of: (turn: Turn) => number) => short(median(turns.map(of)));
  return {
    what,
    target: isTarget ? `≥ ${leastShare * 100} % of a bare keep-alive loop` : null,
    measured: `${middle} % (${least} to ${most}; ${rate(({ sweep }) => sweep)} of ${rate(({ kept }) => kept)} events/s)`,
    peer: [
      `${short(median(share(({ fresh }) => fresh)))} % of a bare loop with a connection per event (${rate(({ fresh }) => fresh)})`,
      `${short(median(share(({ technician }) => technician)) / 100)} × a script that does one after the other (${rate(({ technician }) => technician)})`,
    ].join(', '),
    isMet: isTarget ? median(ofKept) >= leastShare * 100 : null,
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
