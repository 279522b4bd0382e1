import { afterEach, describe, expect, it } from 'vitest';
import type { Reader } from '../../core/readers/reader.ts';
import { campusReaders } from '../../core/simulator/campus.ts';
import { startWorkspace, value, type Workspace } from '../testing/workspace.ts';
import { createDriftWatch } from './drift-watch.ts';

const workspaces: Workspace[] = [];
afterEach(async () => {
  for (const workspace of workspaces.splice(0)) await workspace.close();
});

const connectionId = 'a';
const readers = campusReaders(5);
const everyMs = 60_000;

/** A watch whose clock goes on only when the test says so; `pass` waits until it has looked, or has found nothing due. */
async function watched() {
  const workspace = await startWorkspace({ readers });
  workspaces.push(workspace);
  value(await workspace.draft.refresh({ connectionId }));
  const told: number[] = [];
  const world = { online: true, pushing: false, passedMs: 0 };
  let wake: (() => void) | null = null;
  let asleep: (() => void) | null = null;
  const watch = createDriftWatch({
    drafts: workspace.drafts,
    readRemote: workspace.readRemote,
    moved: workspace.moved,
    losses: workspace.losses,
    emit: (_name, payload) => {
      if (typeof payload === 'object' && 'connectionId' in payload && 'readers' in payload) told.push(payload.readers);
    },
    isOnline: () => world.online,
    isPushing: async () => world.pushing,
    now: () => new Date(Date.now() + world.passedMs),
    everyMs,
    wait: (_ms, signal) =>
      new Promise<void>((resolve, reject) => {
        wake = resolve;
        signal.addEventListener('abort', () => reject(new Error('aborted')));
        asleep?.();
      }),
  });
  const untilAsleep = () => new Promise<void>((resolve) => (asleep = resolve));
  const wakeAfter = (ms: number) => {
    world.passedMs += ms;
    wake?.();
  };
  const first = untilAsleep();
  watch.follow(connectionId);
  await first;
  const gets = () => workspace.server.received.length;
  const atStart = gets();
  return {
    workspace,
    watch,
    told,
    world,
    looks: () => gets() - atStart,
    put: (list: readonly Reader[]) => workspace.server.setState({ ...workspace.server.state(), readers: list }),
    wakeAfter,
    async pass(ms = everyMs) {
      const again = untilAsleep();
      wakeAfter(ms);
      await again;
    },
  };
}

describe('the watch', () => {
  it('reads the list when what is known of it has grown old, and says nothing where it stands still', async () => {
    const desk = await watched();
    await desk.pass(everyMs / 2);
    expect(desk.looks()).toBe(0);
    await desk.pass(everyMs);
    expect(desk.looks()).toBe(1);
    expect(desk.told).toEqual([]);
  });

  it('tells once that the list moved, again when it moves on, and that it moved back', async () => {
    const desk = await watched();
    desk.put(readers.slice(1));
    await desk.pass();
    await desk.pass();
    expect(desk.told).toEqual([1]);
    desk.put(readers.slice(2));
    await desk.pass();
    expect(desk.told).toEqual([1, 2]);
    desk.put(readers);
    await desk.pass();
    expect(desk.told).toEqual([1, 2, 0]);
  });

  it('does not repeat what a refresh has shown, and leaves that list for the merge', async () => {
    const desk = await watched();
    const { draft, drafts } = desk.workspace;
    const { seq } = value(await drafts.current(connectionId));
    value(await drafts.apply(connectionId, seq, { kind: 'rename', names: [{ row: 0, name: 'Lobby' }] }));
    desk.put(readers.slice(1));
    const comparison = value(await draft.compare({ connectionId }));
    if (comparison.kind !== 'moved') throw new Error('The list moved.');
    await desk.pass();
    expect(desk.told).toEqual([]);
    const choices = [{ row: 0, keep: 'theirs' as const }];
    expect((await draft.merge({ connectionId, ...comparison, choices })).ok).toBe(true);
  });

  it('stands back while a push runs and while the network is away', async () => {
    const desk = await watched();
    desk.put([]);
    desk.world.pushing = true;
    await desk.pass();
    desk.world.pushing = false;
    desk.world.online = false;
    await desk.pass();
    expect(desk.looks()).toBe(0);
    expect(desk.told).toEqual([]);
    desk.world.online = true;
    await desk.pass();
    expect(desk.told).toEqual([readers.length]);
  });

  it('goes on after a list that cannot be read, and never takes it for an empty one', async () => {
    const desk = await watched();
    desk.workspace.server.setFaults([{ kind: 'answer', status: 200, body: '<html>' }]);
    await desk.pass();
    expect(desk.told).toEqual([]);
    desk.workspace.server.setFaults([]);
    desk.put(readers.slice(1));
    await desk.pass();
    expect(desk.told).toEqual([1]);
  });

  it('stops when another connection, or none, is followed', async () => {
    const desk = await watched();
    desk.put([]);
    desk.watch.follow(null);
    desk.wakeAfter(everyMs);
    // A whole reading later it would have looked long ago.
    value(await desk.workspace.draft.refresh({ connectionId }));
    expect(desk.looks()).toBe(1);
    expect(desk.told).toEqual([]);
  });
});
