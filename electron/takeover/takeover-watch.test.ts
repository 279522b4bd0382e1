import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { draftReaders } from '../../core/draft/draft.ts';
import { campusReaders } from '../../core/simulator/campus.ts';
import type { Takeover } from '../../core/takeover/takeover.ts';
import { observedAccounts } from '../connections/observed-accounts.ts';
import { startWorkspace, value, type Workspace } from '../testing/workspace.ts';
import { createTakeoverHandlers } from './takeover-handlers.ts';
import { createTakeoverWatch, type TakeoverWatch } from './takeover-watch.ts';

const connectionId = 'a';
const before = campusReaders(20);

let workspace: Workspace;
/** What is planned for later, to be run when the test says so. */
let planned: { readonly ms: number; readonly run: () => void }[];
let told: (Takeover | null)[];
beforeEach(async () => {
  planned = [];
  told = [];
  workspace = await startWorkspace({ readers: before });
  value(await workspace.draft.refresh({ connectionId }));
  const { seq } = value(await workspace.drafts.current(connectionId));
  value(await workspace.drafts.apply(connectionId, seq, { kind: 'rename', names: [{ row: 0, name: 'Lobby' }] }));
});
afterEach(() => workspace.close());

/** A session's watch; every list read through its accounts is seen by it. */
function session() {
  let looked: Promise<unknown> = Promise.resolve();
  const watch: TakeoverWatch = createTakeoverWatch({
    connections: workspace.connections,
    look: () => read(),
    onChange: (_connectionId, takeover) => told.push(takeover),
    notice: (error) => {
      throw new Error(error.message);
    },
    now: () => new Date(),
    later: (run, ms) => {
      planned.push({ run, ms });
      return () => {};
    },
  });
  const accounts = observedAccounts(workspace.accounts, (id, readers) => {
    looked = watch.observe(id, readers);
  });
  async function read() {
    value(
      await value(await accounts.client(connectionId))
        .readList(new AbortController().signal)
        .then(asRead),
    );
    await looked;
  }
  const { drafts } = workspace;
  const handlers = createTakeoverHandlers({ watch, drafts, accounts, now: () => new Date() });
  return { watch, read, handlers, push: workspace.startPush({ takeovers: watch }) };
}

const asRead = <T>(result: { ok: true; value: T } | { ok: false }) => {
  if (!result.ok) throw new Error('The list could not be read.');
  return result;
};

async function pushThrough({ push }: ReturnType<typeof session>) {
  const end = workspace.ended();
  const { seq } = value(await workspace.drafts.current(connectionId));
  value(await push.start({ connectionId, seq, typed: '', unseen: '' }));
  expect((await end).kind).toBe('stored');
}

const gatewayPosts = () => workspace.server.setState({ ...workspace.server.state(), readers: before });

describe('a push that was undone', () => {
  it('is told as soon as anybody reads the list, once', async () => {
    const desk = session();
    await pushThrough(desk);
    await desk.read();
    expect(told).toEqual([]);
    gatewayPosts();
    await desk.read();
    await desk.read();
    expect(told).toMatchObject([{ undone: { total: 1, first: [{ left: 'Lobby', right: before[0]?.name }] }, of: 1 }]);
    expect(value(await desk.handlers.state({ connectionId }))).toEqual(told[0]);
  });

  it('is looked for soon after the push', async () => {
    const desk = session();
    await pushThrough(desk);
    expect(planned.map(({ ms }) => ms)).toEqual([15_000, 60_000, 300_000, 900_000]);
  });

  it('is known of in the next session', async () => {
    await pushThrough(session());
    gatewayPosts();
    const next = session();
    await next.read();
    expect(value(await next.handlers.state({ connectionId }))).toMatchObject({ of: 1 });
    expect(value(await session().handlers.state({ connectionId }))).toMatchObject({ of: 1 });
  });

  it('goes back into the draft on demand, as one step on the list Camio holds now', async () => {
    const desk = session();
    await pushThrough(desk);
    gatewayPosts();
    await desk.read();
    const restored = value(await desk.handlers.restore({ connectionId }));
    expect(restored).toMatchObject({ kind: 'restored', counts: { renamed: 1, unchanged: 19 } });
    const draft = value(await workspace.drafts.current(connectionId));
    expect(draft.counts).toMatchObject({ renamed: 1, unchanged: 19 });
    expect(draftReaders(draft)[0]?.name).toBe('Lobby');
    expect(told.at(-1)).toBeNull();
    expect(workspace.posted()).toHaveLength(1);
  });

  it('is not spoken of again once the person has put it away', async () => {
    const desk = session();
    await pushThrough(desk);
    gatewayPosts();
    await desk.read();
    value(await desk.handlers.dismiss({ connectionId }));
    await desk.read();
    expect(told).toHaveLength(2);
    expect(told.at(-1)).toBeNull();
  });

  it('stays told when yet another list follows, and what was pushed can still be restored', async () => {
    const desk = session();
    await pushThrough(desk);
    gatewayPosts();
    await desk.read();
    const state = workspace.server.state();
    const [first, ...rest] = before;
    workspace.server.setState({ ...state, readers: [{ id: first?.id ?? '', name: 'Another gateway' }, ...rest] });
    await desk.read();
    expect(told).toHaveLength(1);
    expect(value(await session().handlers.state({ connectionId }))).toMatchObject({ undone: { total: 1 } });
    expect(value(await desk.handlers.restore({ connectionId }))).toMatchObject({ kind: 'restored' });
    expect(draftReaders(value(await workspace.drafts.current(connectionId)))[0]?.name).toBe('Lobby');
  });

  it('leaves a copy of a damaged file of the last push, and says so', async () => {
    await pushThrough(session());
    await writeFile(join(workspace.folder, 'pushed.json'), '{"version":1,"at":');
    await expect(session().watch.takeover(connectionId)).rejects.toThrow(/cannot be read any more/);
    expect((await readdir(workspace.folder)).filter((name) => name.startsWith('pushed.json.damaged-'))).toHaveLength(1);
  });

  it('is not told of a connection that comes again under the id of a deleted one', async () => {
    const desk = session();
    await pushThrough(desk);
    value(await workspace.drafts.discard(connectionId));
    await desk.watch.forget(connectionId);
    gatewayPosts();
    await desk.read();
    expect(told).toEqual([]);
    expect(value(await desk.handlers.state({ connectionId }))).toBeNull();
  });

  it('is not mistaken for the person’s own next push', async () => {
    const desk = session();
    await pushThrough(desk);
    const { seq } = value(await workspace.drafts.current(connectionId));
    value(await workspace.drafts.apply(connectionId, seq, { kind: 'undo' }));
    await pushThrough(desk);
    await desk.read();
    expect(told).toEqual([]);
  });
});
