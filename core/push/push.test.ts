import { describe, expect, it } from 'vitest';
import { encodeDeviceList } from '../camio/device-list.ts';
import { firstGeneration, type ListKey } from '../camio/dialect.ts';
import type { CamioFailure } from '../camio/failure.ts';
import type { AccountStanding } from '../connections/account.ts';
import { type Draft, type DraftAction, draftReaders, emptyDraft, replay, startDraft } from '../draft/draft.ts';
import type { Reader, RemoteList } from '../readers/reader.ts';
import { fail, ok, type Result } from '../result.ts';
import { push } from './push.ts';
import type { PushEffects, SeenList } from './push-plan.ts';
import type { PushState } from './push-state.ts';

const readAt = '2021-11-01T17:30:10.000Z';
const base: readonly Reader[] = ['1', '2', '3', '4', '5', '6'].map((id) => ({ id, name: `Door ${id}` }));
const draftOf = (...actions: DraftAction[]) => replay(startDraft({ readers: base, readAt }), actions);
const renamed = draftOf({ kind: 'rename', names: [{ row: 0, name: 'Lobby' }] });
const emptied = draftOf({ kind: 'delete', rows: [0, 1, 2, 3, 4, 5] });

type Read = Result<readonly Reader[], CamioFailure>;
const notOffered: CamioFailure = { code: 'not offered', status: 405, text: '' };
const timeout: CamioFailure = { code: 'transport', failure: { kind: 'timeout', sent: true } };
const broken: CamioFailure = { code: 'transport', failure: { kind: 'broken', sent: true, detail: 'ECONNRESET' } };
const offline: CamioFailure = { code: 'transport', failure: { kind: 'unreachable', reason: 'offline', detail: '' } };
const failed: CamioFailure = { code: 'server error', status: 500, retryAfterMs: null, text: 'out of doors' };
const html: CamioFailure = { code: 'unreadable', why: 'The answer is a web page.', excerpt: '<html>' };

interface World {
  readonly draft?: Draft;
  readonly typed?: string;
  /** What each reading of the list answers in turn; the last one stays. */
  readonly reads?: readonly Read[];
  /** What each sending answers in turn; the last one stays. */
  readonly sends?: readonly Result<unknown, CamioFailure>[];
  readonly unseen?: string;
  readonly account?: AccountStanding;
  /** What the person answers each time; by default nothing is asked. */
  readonly consent?: readonly ('not needed' | 'agreed' | 'declined')[];
  /** The key Camio lists its readers under. */
  readonly seenAs?: ListKey;
  readonly disk?: 'full';
  readonly notes?: 'full';
  readonly adoption?: 'fails';
  /** Cancelled as soon as this state is reached. */
  readonly cancelAt?: PushState['kind'];
}

/** Runs a push in a made-up world and tells what it did there and which states it went through. */
async function run({ draft = renamed, typed = '', reads = [ok(base)], sends = [ok(null)], ...world }: World) {
  const did: string[] = [];
  const posted: string[] = [];
  const adopted: RemoteList[] = [];
  const full = fail({ code: 'disk' as const, message: 'The disk is full.', next: 'Free some space.' });
  let read = 0;
  const consent = world.consent && [...world.consent];
  const effects: PushEffects = {
    async readList() {
      did.push('read');
      const answer = reads[Math.min(read, reads.length - 1)];
      read += 1;
      if (!answer) throw new Error('This world has no list.');
      const seen = (readers: readonly Reader[]): SeenList => ({ readers, seenAs: world.seenAs ?? 'readers' });
      return answer.ok ? ok(seen(answer.value)) : answer;
    },
    agree: async () => {
      if (!consent) return 'not needed';
      did.push('ask');
      const answer = consent.shift();
      if (!answer) throw new Error('This person was asked enough.');
      return answer;
    },
    askAccount: async () => world.account ?? { kind: 'not confirmed' },
    async keepLost() {
      did.push('keep lost');
      return world.disk === 'full' ? full : ok(undefined);
    },
    async backUp() {
      did.push('back up');
      return world.disk === 'full' ? full : ok(undefined);
    },
    async replaceList(body) {
      did.push('send');
      const answer = sends[Math.min(posted.length, sends.length - 1)];
      posted.push(body);
      if (!answer) throw new Error('This world does not answer.');
      return answer;
    },
    async noteSending() {
      did.push('note');
      return world.notes === 'full' ? full : ok(undefined);
    },
    async noteSettled() {
      did.push('settled');
    },
    async adoptUnseen() {
      did.push('adopt unseen');
      return world.adoption === 'fails' ? full : ok(undefined);
    },
    random: () => 0.5,
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
  const plan = { draft, body, listKey: firstGeneration.listKey, typed, unseen: world.unseen ?? '' };
  for await (const state of push(plan, effects, cancel.signal)) {
    states.push(state);
    if (state.kind === world.cancelAt) cancel.abort();
  }
  const end = states.at(-1);
  if (!end) throw new Error('The push said nothing.');
  return { did, posted, adopted, end, states, kinds: states.map(({ kind }) => kind) };
}

describe('consent outside the window', () => {
  it('comes before anything is done, and everything is looked at again after it', async () => {
    const { did, end } = await run({ consent: ['agreed'], reads: [ok(base), ok(base), ok(draftReaders(renamed))] });
    expect(did.slice(0, 5)).toEqual(['read', 'ask', 'read', 'back up', 'note']);
    expect(end.kind).toBe('stored');
  });

  it('does not cover a list that moved while the person thought', async () => {
    const { posted, end } = await run({ consent: ['agreed'], reads: [ok(base), ok(base.slice(1))] });
    expect(end.kind).toBe('drift');
    expect(posted).toEqual([]);
  });

  it('that was not given ends the push with nothing done', async () => {
    const { did, end } = await run({ draft: emptied, typed: '6', consent: ['declined'] });
    expect(end).toEqual({ kind: 'cancelled' });
    expect(did).toEqual(['read', 'ask']);
  });

  it('is asked for once, however often the push is tried again', async () => {
    const { did } = await run({ consent: ['agreed'], sends: [fail(failed)] });
    expect(did.filter((step) => step === 'ask')).toHaveLength(1);
    expect(did.filter((step) => step === 'send').length).toBeGreaterThan(1);
  });

  it('is not asked for while the number is not typed', async () => {
    expect((await run({ draft: emptied, consent: [] })).end.kind).toBe('braked');
  });
});

describe('a push that goes well', () => {
  it('goes through every state, sends once and ends as stored', async () => {
    const { did, posted, adopted, end, kinds } = await run({ reads: [ok(base), ok(draftReaders(renamed))] });
    expect(kinds).toEqual(['reading remote', 'comparing', 'backing up', 'sending', 'reading back', 'stored']);
    expect(did).toEqual(['read', 'back up', 'note', 'send', 'read', 'adopt', 'settled']);
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
    expect(did.filter((step) => step === 'read' || step.startsWith('wait'))).toEqual([
      'read',
      'read',
      'wait 1000',
      'read',
      'wait 3000',
      'read',
    ]);
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
    expect(did).toEqual(['read', 'keep lost', 'adopt', 'settled']);
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
    ['the list cannot be seen', { reads: [fail(notOffered)] }, { kind: 'list not seen', readers: 6 }],
    ['another number was typed unseen', { reads: [fail(notOffered)], unseen: '5' }, { kind: 'list not seen' }],
    [
      'the list cannot be seen, and it removes many',
      { draft: emptied, reads: [fail(notOffered)], unseen: '0' },
      { kind: 'braked' },
    ],
    [
      'the token leads to another account',
      { account: { kind: 'other account', was: 'a@x.example', now: 'b@x.example' } },
      { kind: 'other account', was: 'a@x.example', now: 'b@x.example', error: { code: 'confirmation-needed' } },
    ],
    ['it cannot be noted', { notes: 'full' }, { kind: 'refused', error: { code: 'disk' } }],
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
  const answered = (code: 'rejected', status: number, text: string): CamioFailure => ({ code, status, text });

  it.each<[string, World, object]>([
    [
      'is refused for good by 422, and the reader it names is named',
      { sends: [fail(answered('rejected', 422, 'no door “Door 4”'))] },
      { kind: 'refused', error: { code: 'rejected', detail: 'no door “Door 4”' }, named: ['4'] },
    ],
    [
      'is refused by a redirect',
      { sends: [fail({ code: 'redirected', status: 302, target: 'https://x.example/' })] },
      { kind: 'refused', error: { code: 'redirected' } },
    ],
    ['never left this computer', { sends: [fail(offline)] }, { kind: 'refused', error: { code: 'unreachable' } }],
    ['is accepted but not stored', { reads: [ok(base)] }, { kind: 'not stored as sent', differences: { total: 1 } }],
    ['is accepted but stored otherwise', { reads: [ok(base), other] }, { kind: 'not stored as sent' }],
    [
      'is accepted, but Camio lists under another key',
      { reads: [ok(base)], seenAs: 'devices' },
      { kind: 'not stored as sent', otherKey: 'devices' },
    ],
    ['is accepted and cannot be read back', { reads: [ok(base), fail(html)] }, { kind: 'outcome unknown' }],
    ['times out, but was stored', { sends: [fail(timeout)], reads: [ok(base), mine] }, { kind: 'stored' }],
    ['times out and was not stored', { sends: [fail(timeout)] }, { kind: 'refused', error: { code: 'timeout' } }],
    [
      'times out and cannot be read back',
      { sends: [fail(timeout)], reads: [ok(base), fail(offline)] },
      { kind: 'outcome unknown' },
    ],
    ['breaks off, but was stored', { sends: [fail(broken)], reads: [ok(base), ok(base), mine] }, { kind: 'stored' }],
    [
      'breaks off, and something else is stored',
      { sends: [fail(broken)], reads: [ok(base), other] },
      { kind: 'not stored as sent' },
    ],
    ['meets a 500, but was stored', { sends: [fail(failed)], reads: [ok(base), mine] }, { kind: 'stored' }],
    ['is cancelled too late', { cancelAt: 'sending', reads: [ok(base), mine] }, { kind: 'stored' }],
    [
      'is not waited for',
      { sends: [fail(timeout)], reads: [ok(base), fail(offline)], cancelAt: 'settling' },
      { kind: 'outcome unknown', error: { message: expect.stringContaining('You stopped waiting') } },
    ],
  ])('%s', async (_what, world, end) => {
    const outcome = await run(world);
    expect(outcome.end).toMatchObject(end);
    expect(outcome.posted).toHaveLength(1);
    expect(outcome.did.includes('adopt')).toBe(outcome.end.kind === 'stored');
    // The note of what was sent outlives a push exactly where it is not known what became of it.
    expect(outcome.did.includes('settled')).toBe(outcome.end.kind !== 'outcome unknown');
  });

  it('is read back with more and more patience while the list cannot be read, and says when next', async () => {
    const { did, states } = await run({ reads: [ok(base), fail(html)] });
    expect(did.filter((step) => step.startsWith('wait'))).toEqual([1, 3, 10, 30, 60].map((s) => `wait ${s * 1000}`));
    expect(states).toContainEqual({
      kind: 'settling',
      nextAt: '2021-11-01T17:30:20.000Z',
      readings: 3,
      error: expect.objectContaining({ code: 'unreadable-answer' }),
    });
  });

  it.each<CamioFailure>([
    { code: 'rate limited', retryAfterMs: 20_000, text: '' },
    { code: 'server error', status: 503, retryAfterMs: 20_000, text: '' },
  ])('waits as long as Camio asks while reading back: $code', async (busy) => {
    const { did, end } = await run({ reads: [ok(base), fail(busy), mine] });
    expect(did).toContain('wait 20000');
    expect(end.kind).toBe('stored');
  });
});

describe('a push that surely stored nothing', () => {
  const mine = ok(draftReaders(renamed));
  const busy: CamioFailure = { code: 'rate limited', retryAfterMs: 7_000, text: '' };

  it('goes on by itself after a 429, as late as Camio asks, by reading anew', async () => {
    const { did, posted, end, states } = await run({
      sends: [fail(busy), ok(null)],
      reads: [ok(base), ok(base), mine],
    });
    expect(end.kind).toBe('stored');
    expect(posted).toHaveLength(2);
    const between = did.slice(did.indexOf('send') + 1, did.lastIndexOf('send'));
    expect(between).toEqual(['settled', 'wait 7000', 'read', 'back up', 'note']);
    expect(states).toContainEqual({
      kind: 'waiting',
      nextAt: '2021-11-01T17:30:17.000Z',
      error: expect.objectContaining({ code: 'rate-limited' }),
    });
  });

  it('waits for a 429 on reading too', async () => {
    const { did, end } = await run({ reads: [fail(busy), ok(base), mine] });
    expect(did.slice(0, 3)).toEqual(['read', 'wait 7000', 'read']);
    expect(end.kind).toBe('stored');
  });

  it('does not wait for longer than a quarter of an hour', async () => {
    const { end, posted } = await run({ sends: [fail({ ...busy, retryAfterMs: 3_600_000 })] });
    expect(end).toMatchObject({ kind: 'refused', error: { next: expect.stringContaining('3,600 seconds') } });
    expect(posted).toHaveLength(1);
  });

  it('is tried again a few times after a 500, each time after reading back and comparing anew', async () => {
    const { did, posted, end } = await run({ sends: [fail(failed)] });
    expect(end).toMatchObject({ kind: 'refused', error: { code: 'server-error', detail: 'out of doors' } });
    expect(posted).toHaveLength(4);
    expect(did.filter((step) => ['wait 2000', 'wait 5000', 'wait 10000'].includes(step))).toHaveLength(3);
    const between = did.slice(did.indexOf('send') + 1, did.indexOf('send', did.indexOf('send') + 1));
    expect(between.filter((step) => step === 'read')).toHaveLength(4);
  });

  it('is tried again after a 503 no sooner than Camio asks, and not at all where that is too long', async () => {
    const away: CamioFailure = { code: 'server error', status: 503, retryAfterMs: 40_000, text: '' };
    const { did, end } = await run({ reads: [fail(away), ok(base), mine] });
    expect(did.slice(0, 3)).toEqual(['read', 'wait 40000', 'read']);
    expect(end.kind).toBe('stored');
    const forLong = await run({ reads: [fail({ ...away, retryAfterMs: 3_600_000 })] });
    expect(forLong.did).toEqual(['read']);
    expect(forLong.end).toMatchObject({ kind: 'refused', error: { code: 'server-error' } });
  });

  it('has as many tries after a 500 as ever where Camio asked to wait before, and the other way round', async () => {
    const away: CamioFailure = { code: 'server error', status: 503, retryAfterMs: null, text: '' };
    const waited = await run({ reads: [...Array(4).fill(fail(busy)), ...Array(3).fill(fail(away)), ok(base), mine] });
    expect(waited.did.filter((step) => step.startsWith('wait'))).toEqual([
      ...Array(4).fill('wait 7000'),
      ...['wait 2000', 'wait 5000', 'wait 10000'],
    ]);
    expect(waited.end.kind).toBe('stored');
    const failedFirst = await run({ reads: [...Array(3).fill(fail(away)), ...Array(6).fill(fail(busy))] });
    expect(failedFirst.did.filter((step) => step === 'wait 7000')).toHaveLength(5);
    expect(failedFirst.end).toMatchObject({ kind: 'refused', error: { code: 'rate-limited' } });
  });

  it('stops trying once the remote list has moved', async () => {
    const moved = ok([...base, { id: '9', name: 'Roof' }]);
    const reads = [ok(base), ok(base), ok(base), ok(base), moved];
    const { posted, end } = await run({ sends: [fail(failed)], reads });
    expect(end.kind).toBe('drift');
    expect(posted).toHaveLength(1);
  });

  it('can be cancelled while it waits', async () => {
    const { posted, end } = await run({ sends: [fail(busy)], cancelAt: 'waiting' });
    expect(end.kind).toBe('cancelled');
    expect(posted).toHaveLength(1);
  });
});

describe('a push over a list that cannot be seen', () => {
  const unseen: World = { reads: [fail(notOffered)], unseen: '6' };

  it('is sent once the number of readers is typed, and is not called stored', async () => {
    const { did, end } = await run(unseen);
    expect(end).toEqual({ kind: 'sent, not verified', at: readAt, readers: 6, counts: renamed.counts });
    expect(did).toEqual(['read', 'back up', 'note', 'send', 'settled', 'adopt unseen']);
  });

  it('needs no list that was read before', async () => {
    const draft = replay(emptyDraft, [{ kind: 'add', readers: [{ id: '1', name: 'Gate' }] }]);
    expect((await run({ ...unseen, draft, unseen: '1' })).end).toMatchObject({
      kind: 'sent, not verified',
      readers: 1,
    });
  });

  it('is unknown without a clear answer, and is not sent again', async () => {
    const { did, posted, end } = await run({ ...unseen, sends: [fail(failed)] });
    expect(end.kind).toBe('outcome unknown');
    expect(posted).toHaveLength(1);
    expect(did).not.toContain('adopt unseen');
  });
});
