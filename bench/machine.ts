import { cpus, loadavg, release, totalmem } from 'node:os';
import { setTimeout as delay } from 'node:timers/promises';
import { short } from './measure/samples.ts';

/** Above this load average, or this many cores kept busy by others, a figure says more of the machine than of the app. */
const busyLoad = 1.5;
const busyCores = 0.5;

const lookMs = 1_000;

export interface MachineLoad {
  readonly isBusy: boolean;
  readonly text: string;
}

/** `2 × Intel …, 8 GB, Linux 6.1, Node 20.20.0`. */
export function describeMachine(): string {
  const [first] = cpus();
  const memory = Math.round(totalmem() / 2 ** 30);
  return `${cpus().length} × ${first?.model.trim() ?? 'unknown processor'}, ${memory} GB, ${process.platform} ${release()}, Node ${process.versions.node}`;
}

/**
 * How busy others keep the machine: the cores they use while this process waits a second. The load average is theirs only
 * before the first benchmark, since it remembers the last minute; later it is shown and not judged by.
 */
export async function lookAtLoad({ isFirst }: { isFirst: boolean }): Promise<MachineLoad> {
  const before = busyMs();
  await delay(lookMs);
  const cores = (busyMs() - before) / lookMs;
  const [load = 0] = loadavg();
  return {
    isBusy: cores > busyCores || (isFirst && load > busyLoad),
    text: `load average ${short(load)}, ${short(cores)} cores busy with other work`,
  };
}

function busyMs(): number {
  return cpus().reduce((sum, { times }) => sum + times.user + times.nice + times.sys + times.irq, 0);
}
