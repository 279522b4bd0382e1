import { setTimeout as wait } from 'node:timers/promises';
import type { AppError } from '../../core/app-error.ts';
import type { CamioClient } from '../../core/camio/client.ts';
import type { Dialect } from '../../core/camio/dialect.ts';
import { encodeEvent } from '../../core/events/event-body.ts';
import { ok, type Result } from '../../core/result.ts';
import { notWrittenDown } from '../../core/sweep/phrase-sweep.ts';
import { runSweep, type SweepEffects } from '../../core/sweep/run-sweep.ts';
import type { SweepEnd } from '../../core/sweep/sweep-line.ts';
import type { SweepProgress } from '../../core/sweep/sweep-progress.ts';
import type { SweepFile } from './sweep-file.ts';
import { brokeOff } from './sweep-refusals.ts';

/** The sweeps that are sending: one per connection. */
export interface SweepRuns {
  /** The sweep that is running on a connection. */
  running(connectionId: string): SweepFile | null;
  /** Begins sending to those readers of the sweep, or to all it has to send to; ok once that is on disk. */
  begin(
    connectionId: string,
    file: SweepFile,
    way: WayToCamio,
    readerIds?: readonly string[],
  ): Promise<Result<void, AppError>>;
  /** Sends nothing more; the sweep ends when what is in flight has. */
  halt(connectionId: string, how: 'pause' | 'stop'): void;
  /** Pauses all and waits for what is in flight, within reason. */
  close(): Promise<void>;
}

export interface WayToCamio {
  readonly client: Pick<CamioClient, 'sendEvent'>;
  readonly dialect: Dialect;
}

interface Run {
  readonly file: SweepFile;
  readonly pause: AbortController;
  readonly stop: AbortController;
  readonly ended: Promise<void>;
}

/** A server that hangs is not waited for longer than this when the app quits: its events are unknown the next time. */
const quitWaitMs = 10_000;

export function createSweepRuns(options: {
  readonly tell: (connectionId: string, progress: SweepProgress) => void;
  readonly now: () => number;
  readonly effects?: Partial<Pick<SweepEffects, 'wait' | 'random' | 'ticksMs'>>;
}): SweepRuns {
  const { tell, now, effects } = options;
  const runs = new Map<string, Run>();

  async function toItsEnd(
    connectionId: string,
    file: SweepFile,
    readerIds: readonly string[],
    { client, dialect }: WayToCamio,
    wishes: { readonly pause: AbortSignal; readonly stop: AbortSignal },
  ): Promise<void> {
    const { progress } = file;
    // An event on its way is always waited for.
    const toItsEnd = new AbortController().signal;
    let end: SweepEnd;
    try {
      end = await runSweep(
        progress,
        readerIds,
        {
          send: (event) => client.sendEvent(encodeEvent(event, dialect), toItsEnd),
          note: (line) => file.note(line),
          tell(state) {
            progress.state = state;
            tell(connectionId, progress);
          },
          now,
          wait: waitOrCancel,
          ticksMs: () => performance.now(),
          random: Math.random,
          ...effects,
        },
        wishes,
      );
    } catch (error) {
      end = { kind: 'held', error: { ...brokeOff, detail: String(error) } };
    }
    const recorded = await file.record({ kind: 'state', state: end });
    if (!recorded.ok) progress.state = { kind: 'held', error: notWrittenDown(recorded.error) };
    await file.close();
    runs.delete(connectionId);
    tell(connectionId, progress);
  }

  return {
    running: (connectionId) => runs.get(connectionId)?.file ?? null,

    async begin(connectionId, file, way, readerIds = file.progress.toSend()) {
      const begun = await file.record({ kind: 'state', state: { kind: 'running' } });
      if (!begun.ok) return begun;
      const pause = new AbortController();
      const stop = new AbortController();
      const wishes = { pause: pause.signal, stop: stop.signal };
      tell(connectionId, file.progress);
      const ended = toItsEnd(connectionId, file, readerIds, way, wishes);
      runs.set(connectionId, { file, pause, stop, ended });
      return ok(undefined);
    },

    halt(connectionId, how) {
      const run = runs.get(connectionId);
      if (!run || run[how].signal.aborted) return;
      run.file.progress.state = { kind: 'pausing' };
      tell(connectionId, run.file.progress);
      run[how].abort();
    },

    async close() {
      const ends = [...runs.values()].map(({ pause, ended }) => {
        pause.abort();
        return ended;
      });
      if (ends.length > 0) await Promise.race([Promise.all(ends), wait(quitWaitMs, undefined, { ref: false })]);
    },
  };
}

/** Waits so long, or until cancelled. */
async function waitOrCancel(ms: number, cancel: AbortSignal): Promise<void> {
  try {
    await wait(ms, undefined, { signal: cancel });
  } catch (error) {
    if (!cancel.aborted) throw error;
  }
}
