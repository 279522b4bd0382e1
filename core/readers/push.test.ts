import { describe, expect, it } from 'vitest';
import { encodeDeviceList } from '../camio/device-list.ts';
import { firstGeneration } from '../camio/dialect.ts';
import type { CamioFailure } from '../camio/failure.ts';
import { fail, ok, type Result } from '../result.ts';
import { type Draft, type DraftAction, draftReaders, emptyDraft, replay, startDraft } from './draft.ts';
import { type PushEffects, push } from './push.ts';
import type { PushState } from './push-state.ts';
import type { Reader, RemoteList } from './reader.ts';

const readAt = '2021-11-01T17:30:10.000Z';
const base: readonly Reader[] = ['1', '2', '3', '4', '5', '6'].map((id) => ({ id, name: `Door ${id}` }));
const draftOf = (...actions: DraftAction[]) => replay(startDraft({ readers: base, readAt }), actions);
const renamed = draftOf({ kind: 'rename', names: [{ row: 0, name: 'Lobby' }] });
const emptied = draftOf({ kind: 'delete', rows: [0, 1, 2, 3, 4, 5] });

type Read = Result<readonly Reader[], CamioFailure>;
const timeout: CamioFailure = { code: 'transport', failure: { kind: 'timeout', sent: true } };
const broken: CamioFailure = { code: 'transport', failure: { kind: 'broken', sent: true, detail: 'ECONNRESET' } };
const offline: CamioFailure = { code: 'transport', failure: { kind: 'unreachable', reason: 'offline', detail: '' } };
const failed: CamioFailure = { code: 'server error', status: 500, text: 'out of doors' };
const html: CamioFailure = { code: 'unreadable', why: 'The answer is a web page.', excerpt: '<html>' };

interface World {
  readonly draft?: Draft;
  readonly typed?: string;
  /** What each reading of the list answers in turn; the last one stays. */
  readonly reads?: readonly Read[];
  readonly send?: Result<unknown, CamioFailure>;
  readonly disk?: 'full';
  readonly adoption?: 'fails';
  /** Cancelled as soon as this state is reached. */
  readonly cancelAt?: PushState['kind'];
}

/** Runs a push in a made-up world and tells what it did there and which states it went through. */
async function run({ draft = renamed, typed = '', reads = [ok(base)], send = ok(null), ...world }: World) {
  const did: string[] = [];
  const posted: string[] = [];
  const adopted: RemoteList[] = [];
  const full = fail({ code: 'disk' as const, message: 'The disk is full.', next: 'Free some space.' });
  let read = 0;
  const effects: PushEffects = {
    async readList() {
      did.push('read');
      const answer = reads[Math.min(read, reads.length - 1)];
      read += 1;
      if (!answer) throw new Error('This world has no list.');
      return answer;
    },
    async backUp() {
      did.push('back up');
      return world.disk === 'full' ? full : ok(undefined);
    },
    async replaceList(body) {
      did.push('send');
      posted.push(body);
      return send;
    },
    async adopt(remote) {
      did.push('adopt');
      adopted.push(remote);
      return world.adoption === 'fails' ? full : ok(undefined);
    },
    async wait(ms) {
      did.push(`wait ${ms}`);
    },
    now: () => readAt,
  };
  const cancel = new AbortController();
  const states: PushState[] = [];
  const body = encodeDeviceList(draftReaders(draft), firstGeneration);
  for await (const state of push({ draft, body, typed }, effects, cancel.signal)) {
    states.push(state);
    if (state.kind === world.cancelAt) cancel.abort();
  }
  const end = states.at(-1);
  if (!end) throw new Error('The push said nothing.');
  return { did, posted, adopted, end, states, kinds: states.map(({ kind }) => kind) };
}

describe('a push that goes well', () => {
  it('goes through every state, sends once and ends as stored', async () => {
    const { did, posted, adopted, end, kinds } = await run({ reads: [ok(base), ok(draftReaders(renamed))] });
    expect(kinds).toEqual(['reading remote', 'comparing', 'backing up', 'sending', 'reading back', 'stored']);
    expect(did).toEqual(['read', 'back up', 'send', 'read', 'adopt']);
    expect(posted).toEqual([encodeDeviceList(draftReaders(renamed), firstGeneration)]);
    expect(adopted).toEqual([{ readers: draftReaders(renamed), readAt }]);
    expect(end).toEqual({ kind: 'stored', at: readAt, readers: 6, counts: renamed.counts });
  });

  it('says how much is sent', async () => {
    const { posted, states } = await run({});
    const bytes = new TextEncoder().encode(posted[0]).length;
    expect(states).toContainEqual({ kind: 'sending', readers: 6, bytes });
  });

  it('waits for a server that shows the new list a little later', async () => {
    const { did, end } = await run({ reads: [ok(base), ok(base), fail(html), ok(draftReaders(renamed))] });
    expect(did).toEqual(['read', 'back up', 'send', 'read', 'wait 1000', 'read', 'wait 3000', 'read', 'adopt']);
    expect(end.kind).toBe('stored');
  });

  it('accepts fields the server adds', async () => {
    const stored = draftReaders(renamed).map((reader) => ({ ...reader, extra: { cameras: '2' } }));
    expect((await run({ reads: [ok(base), ok(stored)] })).end.kind).toBe('stored');
  });

  it('says so where the draft on disk could not follow', async () => {
    const { end } = await run({ reads: [ok(base), ok(draftReaders(renamed))], adoption: 'fails' });
    expect(end).toMatchObject({ kind: 'stored', notice: { code: 'disk' } });
  });

  it('takes a list that Camio holds already for stored, and sends nothing', async () => {
    const { did, end } = await run({ reads: [ok(draftReaders(renamed))] });
    expect(did).toEqual(['read', 'adopt']);
    expect(end.kind).toBe('stored');
  });
});

describe('a push that sends nothing', () => {
  const twice = draftOf({ kind: 'add', readers: [{ id: '1', name: 'Second' }] });
  const control = draftOf({ kind: 'rename', names: [{ row: 0, name: 'Lob\u0007by' }] });
  const added = replay(emptyDraft, [{ kind: 'add', readers: [{ id: '1', name: 'Gate' }] }]);
  const halved = draftOf({ kind: 'delete', rows: [0, 1, 2, 3] });
  const moved = [...base.slice(1), { id: '9', name: 'Roof' }];

  it.each<[string, World, object]>([
    ['nothing was ever read', { draft: added }, { kind: 'refused', error: { code: 'nothing-loaded' } }],
    ['nothing was ever read and it is empty', { draft: emptyDraft }, { error: { code: 'nothing-loaded' } }],
    ['there are no changes', { draft: draftOf() }, { kind: 'refused', error: { code: 'blocked' } }],
    ['two readers have one id', { draft: twice }, { kind: 'refused', error: { code: 'blocked' } }],
    ['a name has a control character', { draft: control }, { kind: 'refused', error: { code: 'blocked' } }],
    ['the list cannot be read', { reads: [fail(html)] }, { kind: 'refused', error: { code: 'unreadable-answer' } }],
    ['this computer is offline', { reads: [fail(offline)] }, { kind: 'refused', error: { code: 'unreachable' } }],
    [
      'the token is not accepted',
      { reads: [fail({ code: 'unauthorized', status: 401, text: '' })] },
      { kind: 'refused', error: { code: 'unauthorized' } },
    ],
    [
      'reading is not offered',
      { reads: [fail({ code: 'not offered', status: 404, text: '' })] },
      { kind: 'refused', error: { code: 'not-offered' } },
    ],
    ['the remote list moved', { reads: [ok(moved)] }, { kind: 'drift', differences: { total: 2 } }],
    ['the remote list is empty now', { reads: [ok([])] }, { kind: 'drift', differences: { total: 6 } }],
    ['it removes many', { draft: halved }, { kind: 'braked', brake: { removed: 4, of: 6, reason: 'removes many' } }],
    ['it empties the list', { draft: emptied }, { kind: 'braked', brake: { removed: 6, reason: 'empties the list' } }],
    ['another number was typed', { draft: emptied, typed: '5' }, { kind: 'braked' }],
    ['the backup fails', { disk: 'full' }, { kind: 'refused', error: { code: 'disk' } }],
    ['it is cancelled while reading', { cancelAt: 'reading remote' }, { kind: 'cancelled' }],
    ['it is cancelled while backing up', { cancelAt: 'backing up' }, { kind: 'cancelled' }],
  ])('because %s', async (_why, world, end) => {
    const outcome = await run(world);
    expect(outcome.end).toMatchObject(end);
    expect(outcome.did).not.toContain('send');
    expect(outcome.did).not.toContain('adopt');
  });

  it('without asking Camio where the draft itself cannot be pushed', async () => {
    expect((await run({ draft: twice })).did).toEqual([]);
  });
});

describe('the brake', () => {
  it('is released by typing the number removed', async () => {
    const { end, posted, did } = await run({ draft: emptied, typed: ' 6 ', reads: [ok(base), ok([])] });
    expect(end).toMatchObject({ kind: 'stored', readers: 0 });
    expect(posted).toEqual(['{"readers":[]}']);
    expect(did.indexOf('back up')).toBeLessThan(did.indexOf('send'));
  });
});

describe('a push that was sent', () => {
  const mine = ok(draftReaders(renamed));
  const other = ok([...draftReaders(renamed).slice(1)]);
  const answered = (code: 'rejected', status: number): CamioFailure => ({ code, status, text: 'no such door' });

  it.each<[string, World, object]>([
    [
      'is refused for good by 422',
      { send: fail(answered('rejected', 422)) },
      { kind: 'refused', error: { code: 'rejected', detail: 'no such door' } },
    ],
    [
      'is refused by a redirect',
      { send: fail({ code: 'redirected', status: 302, target: 'https://x.example/' }) },
      { kind: 'refused', error: { code: 'redirected' } },
    ],
    [
      'is refused by 429',
      { send: fail({ code: 'rate limited', retryAfterMs: 5000, text: '' }) },
      { kind: 'refused', error: { code: 'rate-limited' } },
    ],
    ['never left this computer', { send: fail(offline) }, { kind: 'refused', error: { code: 'unreachable' } }],
    ['is accepted but not stored', { reads: [ok(base)] }, { kind: 'not stored as sent', differences: { total: 1 } }],
    ['is accepted but stored otherwise', { reads: [ok(base), other] }, { kind: 'not stored as sent' }],
    ['is accepted and cannot be read back', { reads: [ok(base), fail(html)] }, { kind: 'outcome unknown' }],
    ['times out, but was stored', { send: fail(timeout), reads: [ok(base), mine] }, { kind: 'stored' }],
    ['times out and was not stored', { send: fail(timeout) }, { kind: 'refused', error: { code: 'timeout' } }],
    [
      'times out and cannot be read back',
      { send: fail(timeout), reads: [ok(base), fail(offline)] },
      { kind: 'outcome unknown' },
    ],
    ['breaks off, but was stored', { send: fail(broken), reads: [ok(base), ok(base), mine] }, { kind: 'stored' }],
    [
      'breaks off, and something else is stored',
      { send: fail(broken), reads: [ok(base), other] },
      { kind: 'not stored as sent' },
    ],
    ['meets a 500, but was stored', { send: fail(failed), reads: [ok(base), mine] }, { kind: 'stored' }],
    [
      'meets a 500 and was not stored',
      { send: fail(failed) },
      { kind: 'refused', error: { code: 'server-error', detail: 'out of doors' } },
    ],
    ['is cancelled too late', { cancelAt: 'sending', reads: [ok(base), mine] }, { kind: 'stored' }],
  ])('%s', async (_what, world, end) => {
    const outcome = await run(world);
    expect(outcome.end).toMatchObject(end);
    expect(outcome.posted).toHaveLength(1);
    expect(outcome.did.includes('adopt')).toBe(outcome.end.kind === 'stored');
  });
});
