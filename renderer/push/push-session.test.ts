import { describe, expect, it, vi } from 'vitest';
import type { AppError } from '../../core/app-error.ts';
import { emptyDraft } from '../../core/draft/draft.ts';
import type { Events } from '../../core/ipc/contract.ts';
import type { PushState } from '../../core/push/push-state.ts';
import { noChanges } from '../../core/readers/change.ts';
import { fail, ok, type Result } from '../../core/result.ts';
import { concerns, type PushIpc, PushSession, sawNoList } from './push-session.ts';

const harbor = 'harbor';
const reviewed = { seq: 7, baseReadAt: '2026-01-05T09:00:00.000Z' };
const stored: PushState = { kind: 'stored', at: '2026-01-05T09:01:00.000Z', readers: 873, counts: noChanges };
const busy: AppError = { code: 'busy', message: 'A push is under way.', next: 'Wait for its end.' };

function later<Value>() {
  let resolve: (value: Value) => void = () => {};
  const promise = new Promise<Value>((settle) => {
    resolve = settle;
  });
  return { promise, resolve };
}

/** Main as far as a push session can tell: calls answered when the test says so, states sent by hand. */
function main() {
  let tell: (payload: Events['pushState']) => void = () => {};
  const started = later<Result<void, AppError>>();
  const asked = later<Result<PushState | null, AppError>>();
  const start = vi.fn<PushIpc['push']['start']>(() => started.promise);
  const cancel = vi.fn<PushIpc['push']['cancel']>(async () => ok(undefined));
  const state = vi.fn<PushIpc['push']['state']>(() => asked.promise);
  const settle = vi.fn<PushIpc['push']['settle']>(async () => ok(undefined));
  const session = new PushSession({
    push: { start, cancel, state, settle },
    on: {
      pushState: (listener) => {
        tell = listener;
        return () => {};
      },
    },
  });
  return {
    session,
    start,
    state,
    cancel,
    started,
    asked,
    tell: (next: PushState) => tell({ connectionId: harbor, state: next }),
  };
}

describe('a push session', () => {
  it('starts one push for two clicks in a row', async () => {
    const { session, start, started, tell } = main();
    const first = session.start(harbor, reviewed, '', '');
    const second = session.start(harbor, reviewed, '', '');
    started.resolve(ok(undefined));
    await Promise.all([first, second]);
    tell({ kind: 'sending', readers: 3, bytes: 120 });
    await session.start(harbor, reviewed, '', '');
    expect(start).toHaveBeenCalledTimes(1);
    expect(start).toHaveBeenCalledWith({ connectionId: harbor, seq: 7, typed: '', unseen: '' });
  });

  it('can push again after an end', async () => {
    const { session, start, started, tell } = main();
    started.resolve(ok(undefined));
    await session.start(harbor, reviewed, '', '');
    tell({ kind: 'cancelled' });
    await session.start(harbor, reviewed, '412', '873');
    expect(start).toHaveBeenLastCalledWith({ connectionId: harbor, seq: 7, typed: '412', unseen: '873' });
  });

  it('does not know of a push whose start ended in a fault, and finds out on demand', async () => {
    const { session, start, asked } = main();
    start.mockRejectedValueOnce(new Error('the frame is gone'));
    await session.start(harbor, reviewed, '', '');
    expect(session.view(harbor)).toMatchObject({ kind: 'unknown', error: { detail: 'Error: the frame is gone' } });
    asked.resolve(ok({ kind: 'comparing' }));
    await session.resume(harbor);
    expect(session.view(harbor)).toMatchObject({ kind: 'state', state: { kind: 'comparing' } });
  });

  it('shows a push that main would not start as refused', async () => {
    const { session, started } = main();
    started.resolve(fail(busy));
    await session.start(harbor, reviewed, '', '');
    expect(session.view(harbor)).toEqual({
      kind: 'state',
      state: { kind: 'refused', error: busy },
      reviewed,
      wasSeen: false,
    });
  });

  it('finds a push that was under way before', async () => {
    const { session, asked } = main();
    asked.resolve(ok({ kind: 'reading back' }));
    await session.resume(harbor);
    expect(session.view(harbor)).toEqual({
      kind: 'state',
      state: { kind: 'reading back' },
      reviewed: null,
      wasSeen: false,
    });
  });

  it('does not let the answer to a question overtake a newer state', async () => {
    const { session, asked, tell } = main();
    const resuming = session.resume(harbor);
    tell(stored);
    asked.resolve(ok({ kind: 'sending', readers: 3, bytes: 120 }));
    await resuming;
    expect(session.view(harbor)).toMatchObject({ state: stored });
  });

  it('asks once, however many parts of a page want to know', async () => {
    const { session, state, asked } = main();
    const resuming = [session.resume(harbor), session.resume(harbor)];
    asked.resolve(ok(stored));
    await Promise.all(resuming);
    expect(state).toHaveBeenCalledTimes(1);
    expect(session.view(harbor)).toMatchObject({ state: stored });
  });

  it('puts away an end, but not a push under way', async () => {
    const { session, tell } = main();
    tell({ kind: 'sending', readers: 3, bytes: 120 });
    session.dismiss(harbor);
    expect(session.view(harbor).kind).toBe('state');
    tell(stored);
    session.dismiss(harbor);
    expect(session.view(harbor).kind).toBe('none');
  });

  it('knows of none after the connection was deleted, although main remembers it for the one that has its id next', async () => {
    const { session, asked, tell } = main();
    tell(stored);
    session.forget(harbor);
    asked.resolve(ok(stored));
    await session.resume(harbor);
    expect(session.view(harbor)).toEqual({ kind: 'none' });
  });

  it('tells its listeners until they leave', () => {
    const { session, tell } = main();
    const listener = vi.fn();
    const leave = session.subscribe(listener);
    tell({ kind: 'comparing' });
    leave();
    tell({ kind: 'backing up' });
    expect(listener).toHaveBeenCalledTimes(1);
  });
});

describe('whether a push still speaks of the draft', () => {
  const seen = (state: PushState) => ({ kind: 'state', state, reviewed, wasSeen: true }) as const;
  const same = { ...emptyDraft, ...reviewed };
  const laterBase = { ...same, baseReadAt: '2026-01-05T09:01:00.000Z' };
  const edited = { ...same, seq: 8, counts: { ...noChanges, renamed: 1 } };

  it.each([
    ['stored, on the base it made', seen(stored), laterBase, true],
    ['stored, edited since', seen(stored), edited, false],
    ['stored while something was edited, not seen yet', { ...seen(stored), wasSeen: false }, edited, true],
    ['cancelled', seen({ kind: 'cancelled' }), same, true],
    ['cancelled, on another base since', seen({ kind: 'cancelled' }), laterBase, false],
    ['cancelled, edited since', seen({ kind: 'cancelled' }), edited, false],
    ['under way, edited since', seen({ kind: 'comparing' }), edited, true],
  ] as const)('%s', (_name, view, draft, expected) => {
    expect(concerns(view, draft)).toBe(expected);
  });

  it('counts an end as seen once its page was left', () => {
    const { session, tell } = main();
    tell({ kind: 'comparing' });
    session.leave(harbor);
    tell(stored);
    expect(session.view(harbor)).toMatchObject({ wasSeen: false });
    session.leave(harbor);
    expect(session.view(harbor)).toMatchObject({ wasSeen: true });
  });
});

describe('a list that a push could not see', () => {
  const view = {
    kind: 'state',
    state: { kind: 'list not seen', readers: 3, error: busy },
    reviewed,
    wasSeen: true,
  } as const;

  it.each([
    ['is not seen yet while the base is the one that was pushed', view, reviewed.baseReadAt, true],
    ['was seen once the draft stands on a base read since', view, '2026-01-05T10:00:00.000Z', false],
    ['is not seen where the window does not know the base', { ...view, reviewed: null }, reviewed.baseReadAt, true],
    ['is another matter than any other end', { ...view, state: stored }, reviewed.baseReadAt, false],
  ] as const)('%s', (_, push, baseReadAt, expected) => {
    expect(sawNoList(push, { baseReadAt })).toBe(expected);
  });
});
