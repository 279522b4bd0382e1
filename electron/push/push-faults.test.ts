import { afterEach, describe, expect, it } from 'vitest';
import { draftReaders } from '../../core/draft/draft.ts';
import type { Reader } from '../../core/readers/reader.ts';
import { campusReaders } from '../../core/simulator/campus.ts';
import type { Fault } from '../../core/simulator/faults.ts';
import { startWorkspace, value, type Workspace } from '../testing/workspace.ts';

const workspaces: Workspace[] = [];
afterEach(async () => {
  for (const workspace of workspaces.splice(0)) await workspace.close();
});

const connectionId = 'a';
const before = campusReaders(20);
const mine = before.map((reader, index) => (index === 0 ? { ...reader, name: 'Lobby' } : reader));
const gateway = before.slice(0, 19);

interface Row {
  readonly what: string;
  /** What goes wrong from the push on. */
  readonly faults: readonly Fault[];
  /** The end, and a part of what the person is told. */
  readonly end: string;
  readonly says?: RegExp;
  /** Lists posted, and the list the server ends up with. */
  readonly posts: number;
  readonly holds: readonly Reader[];
  /** Typed to send over a list that cannot be seen. */
  readonly unseen?: string;
  /** Somebody else's list, put there after the draft was read. */
  readonly meanwhile?: readonly Reader[];
  /** What becomes of the list is still to be found out. */
  readonly leavesNote?: true;
}

const post = { method: 'POST', call: 'devices' } as const;
const get = { method: 'GET', call: 'devices' } as const;
const readBack = { ...get, after: 1 } as const;
const html = '<!doctype html><h1>Sign in</h1>';
const wasteland: readonly Reader[] = before.slice(0, 19).map(({ id }, index) => ({
  id,
  name: (index === 0 ? 'Lobby' : (before[index]?.name ?? '')).toUpperCase(),
}));

/** Each fault of the failure table, with what a push comes to and what Camio holds then. */
const matrix: readonly Row[] = [
  { what: 'nothing', faults: [], end: 'stored', posts: 1, holds: mine },
  // reading before anything is sent
  ...[
    { what: 'HTML instead of the list', fault: { kind: 'answer', status: 200, body: html }, says: /could not be read/ },
    { what: 'unknown JSON', fault: { kind: 'answer', status: 200, body: '{"a":1}' }, says: /could not be read/ },
    { what: 'an empty answer', fault: { kind: 'answer', status: 200 }, says: /could not be read/ },
    { what: '204 for the list', fault: { kind: 'answer', status: 204 }, says: /could not be read/ },
    { what: '401 on reading', fault: { kind: 'answer', status: 401 }, says: /does not accept the token/ },
    { what: '403 on reading', fault: { kind: 'answer', status: 403 }, says: /does not accept the token/ },
    { what: 'a reset on reading', fault: { kind: 'reset', commit: false }, says: /broke off/ },
    { what: 'a timeout on reading', fault: { kind: 'hang', commit: false }, says: /did not answer in time/ },
    { what: 'a huge list', fault: { kind: 'huge body', bytes: 17_000_000 }, says: /larger than/ },
    { what: '500 on reading, for good', fault: { kind: 'answer', status: 500 }, says: /status 500/ },
    {
      what: 'a redirect on reading',
      fault: { kind: 'answer', status: 302, headers: { location: 'https://evil.example/' } },
      says: /pointed to https:\/\/evil\.example/,
    },
  ].map(
    ({ what, fault, says }): Row => ({
      what,
      faults: [{ ...get, ...fault } as Fault],
      end: 'refused',
      says,
      posts: 0,
      holds: before,
    }),
  ),
  {
    what: '503 on reading, twice',
    faults: [{ ...get, kind: 'answer', status: 503, times: 2 }],
    end: 'stored',
    posts: 1,
    holds: mine,
  },
  {
    what: '429 on reading, once',
    faults: [{ ...get, kind: 'answer', status: 429, headers: { 'retry-after': '2' }, times: 1 }],
    end: 'stored',
    posts: 1,
    holds: mine,
  },
  { what: 'a list that has moved', faults: [], meanwhile: gateway, end: 'drift', posts: 0, holds: gateway },
  // a list that cannot be seen
  {
    what: '405 on reading',
    faults: [{ ...get, kind: 'answer', status: 405 }],
    end: 'list not seen',
    says: /cannot see Camio’s list/,
    posts: 0,
    holds: before,
  },
  {
    what: '404 on reading, sent all the same',
    faults: [{ ...get, kind: 'answer', status: 404 }],
    unseen: '20',
    end: 'sent, not verified',
    posts: 1,
    holds: mine,
  },
  {
    what: '404 on reading and a reset on writing',
    faults: [
      { ...get, kind: 'answer', status: 404 },
      { ...post, kind: 'reset', commit: true },
    ],
    unseen: '20',
    end: 'outcome unknown',
    says: /does not let the list be read/,
    posts: 1,
    holds: mine,
  },
  // answers that refuse
  {
    what: '400',
    faults: [{ ...post, kind: 'answer', status: 400, body: 'not like this' }],
    end: 'refused',
    says: /refused the request \(status 400\)/,
    posts: 1,
    holds: before,
  },
  {
    what: '422',
    faults: [{ ...post, kind: 'answer', status: 422 }],
    end: 'refused',
    says: /status 422/,
    posts: 1,
    holds: before,
  },
  {
    what: '413',
    faults: [{ ...post, kind: 'answer', status: 413 }],
    end: 'refused',
    says: /status 413/,
    posts: 1,
    holds: before,
  },
  {
    what: '401 on writing',
    faults: [{ ...post, kind: 'answer', status: 401 }],
    end: 'refused',
    says: /does not accept the token/,
    posts: 1,
    holds: before,
  },
  {
    what: '403 on writing',
    faults: [{ ...post, kind: 'answer', status: 403 }],
    end: 'refused',
    says: /status 403/,
    posts: 1,
    holds: before,
  },
  {
    what: '405 on writing',
    faults: [{ ...post, kind: 'answer', status: 405 }],
    end: 'refused',
    says: /does not offer this call/,
    posts: 1,
    holds: before,
  },
  {
    what: 'a redirect on writing',
    faults: [{ ...post, kind: 'answer', status: 302, headers: { location: 'https://evil.example/' } }],
    end: 'refused',
    says: /pointed to https:\/\/evil\.example/,
    posts: 1,
    holds: before,
  },
  // answers that pass
  {
    what: '429 on writing, once, with seconds',
    faults: [{ ...post, kind: 'answer', status: 429, headers: { 'retry-after': '7' }, times: 1 }],
    end: 'stored',
    posts: 2,
    holds: mine,
  },
  {
    what: '429 on writing, with a date in the past',
    faults: [
      {
        ...post,
        kind: 'answer',
        status: 429,
        headers: { 'retry-after': 'Mon, 01 Nov 2021 17:30:10 GMT' },
        times: 1,
      },
    ],
    end: 'stored',
    posts: 2,
    holds: mine,
  },
  {
    what: '429 on writing, for good',
    faults: [{ ...post, kind: 'answer', status: 429, headers: { 'retry-after': '7' } }],
    end: 'refused',
    says: /takes no more requests/,
    posts: 6,
    holds: before,
  },
  {
    what: '429 on writing, for an hour',
    faults: [{ ...post, kind: 'answer', status: 429, headers: { 'retry-after': '3600' } }],
    end: 'refused',
    says: /takes no more requests/,
    posts: 1,
    holds: before,
  },
  ...[500, 502, 503, 504].map(
    (status): Row => ({
      what: `${status} without storing, once`,
      faults: [{ ...post, kind: 'answer', status, times: 1 }],
      end: 'stored',
      posts: 2,
      holds: mine,
    }),
  ),
  {
    what: '500 without storing, for good',
    faults: [{ ...post, kind: 'answer', status: 500 }],
    end: 'refused',
    says: /still holds the list from before/,
    posts: 4,
    holds: before,
  },
  {
    what: '501',
    faults: [{ ...post, kind: 'answer', status: 501 }],
    end: 'refused',
    says: /still holds the list from before/,
    posts: 1,
    holds: before,
  },
  {
    what: '500 after storing',
    faults: [{ ...post, kind: 'commit, then answer', status: 500 }],
    end: 'stored',
    posts: 1,
    holds: mine,
  },
  // no clear answer
  {
    what: 'a timeout after storing',
    faults: [{ ...post, kind: 'hang', commit: true }],
    end: 'stored',
    posts: 1,
    holds: mine,
  },
  {
    what: 'a timeout without storing',
    faults: [{ ...post, kind: 'hang', commit: false }],
    end: 'refused',
    says: /still holds the list from before/,
    posts: 1,
    holds: before,
  },
  {
    what: 'a reset after storing',
    faults: [{ ...post, kind: 'reset', commit: true }],
    end: 'stored',
    posts: 1,
    holds: mine,
  },
  {
    what: 'a reset without storing',
    faults: [{ ...post, kind: 'reset', commit: false }],
    end: 'refused',
    says: /still holds the list from before/,
    posts: 1,
    holds: before,
  },
  {
    what: 'a reset in the middle of the answer',
    faults: [{ ...post, kind: 'reset mid-body' }],
    end: 'stored',
    posts: 1,
    holds: mine,
  },
  {
    what: 'a slow answer',
    faults: [{ ...post, kind: 'slow body', chunkBytes: 1, pauseMs: 1 }],
    end: 'stored',
    posts: 1,
    holds: mine,
  },
  {
    what: 'a huge answer to writing',
    faults: [{ ...post, kind: 'huge body', bytes: 17_000_000 }],
    end: 'stored',
    posts: 1,
    holds: mine,
  },
  { what: 'latency', faults: [{ kind: 'latency', ms: 20 }], end: 'stored', posts: 1, holds: mine },
  {
    what: 'an unnamed status after storing',
    faults: [{ ...post, kind: 'commit, then answer', status: 202 }],
    end: 'stored',
    posts: 1,
    holds: mine,
  },
  // reading back
  {
    what: 'HTML from the read-back on',
    faults: [{ ...readBack, kind: 'answer', status: 200, body: html }],
    end: 'outcome unknown',
    says: /could not be read back/,
    posts: 1,
    holds: mine,
    leavesNote: true,
  },
  {
    what: '401 from the read-back on',
    faults: [{ ...readBack, kind: 'answer', status: 401 }],
    end: 'outcome unknown',
    says: /does not accept the token/,
    posts: 1,
    holds: mine,
    leavesNote: true,
  },
  {
    what: 'a timeout after storing, and no list for a while',
    faults: [
      { ...post, kind: 'hang', commit: true },
      { ...readBack, kind: 'answer', status: 503, times: 4 },
    ],
    end: 'stored',
    posts: 1,
    holds: mine,
  },
  {
    what: 'accept and ignore',
    faults: [{ ...post, kind: 'accept, but ignore' }],
    end: 'not stored as sent',
    says: /1 reader differs/,
    posts: 1,
    holds: before,
  },
  {
    what: 'store differently',
    faults: [{ ...post, kind: 'store differently' }],
    end: 'not stored as sent',
    says: /20 readers differ/,
    posts: 1,
    holds: wasteland,
  },
  // whose account it is
  {
    what: 'no account told',
    faults: [{ call: 'user', kind: 'answer', status: 404 }],
    end: 'stored',
    posts: 1,
    holds: mine,
  },
  {
    what: 'another account',
    faults: [{ call: 'user', kind: 'answer', status: 200, body: '{"email":"bob@other.example"}' }],
    end: 'other account',
    says: /belongs to bob@other\.example\. Until now this connection led to practice@camio\.example/,
    posts: 0,
    holds: before,
  },
];

/** A workspace whose draft was read from Camio, whose account is known, and whose first reader was renamed. */
async function renamed(timeoutMs = 500) {
  const workspace = await startWorkspace({ readers: before, timeoutMs });
  workspaces.push(workspace);
  value(await workspace.draft.refresh({ connectionId }));
  await workspace.guard.askOnce(connectionId);
  const { seq } = value(await workspace.drafts.current(connectionId));
  value(await workspace.drafts.apply(connectionId, seq, { kind: 'rename', names: [{ row: 0, name: 'Lobby' }] }));
  return workspace;
}

describe('a push that meets', () => {
  it.each(matrix.map((row) => [row.what, row] as const))('%s', async (_what, row) => {
    // Millions of bytes take their time on a busy machine.
    const workspace = await renamed(row.faults.some(({ kind }) => kind === 'huge body') ? 20_000 : undefined);
    const { server } = workspace;
    if (row.meanwhile) server.setState({ ...server.state(), readers: row.meanwhile });
    server.setFaults(row.faults);

    const end = await workspace.pushAll('', row.unseen);
    expect(end.kind).toBe(row.end);
    if (row.says) expect('error' in end ? end.error.message : '').toMatch(row.says);
    expect(workspace.posted()).toHaveLength(row.posts);
    expect(server.state().readers).toEqual(row.holds);
    // Whatever happened, the draft holds what the person typed.
    expect(draftReaders(value(await workspace.drafts.current(connectionId)))).toEqual(mine);
    expect(value(await workspace.inFlight.read(connectionId)) !== null).toBe(row.leavesNote ?? false);
  });

  it('a server that lists under another key and ignores this one: the other one is offered', async () => {
    const workspace = await renamed();
    const { server } = workspace;
    server.setState({ ...server.state(), listKey: 'devices' });
    server.setFaults([{ ...post, kind: 'ignore other keys', listKey: 'devices' }]);
    expect(await workspace.pushAll()).toMatchObject({ kind: 'not stored as sent', otherKey: 'devices' });
    expect(server.state().readers).toEqual(before);
  });

  it('422 naming a reader: that reader is named', async () => {
    const workspace = await renamed();
    const id = before[3]?.id;
    workspace.server.setFaults([{ ...post, kind: 'answer', status: 422, body: `device_id ${id} is bad` }]);
    expect(await workspace.pushAll()).toMatchObject({ kind: 'refused', named: [id] });
  });
});
