import { describe, expect, it } from 'vitest';
import type { AppError } from '../../core/app-error.ts';
import { fail, ok } from '../../core/result.ts';
import { AppFailure } from '../ipc/app-failure.ts';
import { importStandIn, nothingFound, panels, twoAdded } from '../testing/fake-import-main.ts';

const unreadable: AppError = { code: 'invalid-input', message: 'It is a picture.', next: 'Choose another file.' };

function heldBack<Value>() {
  let release: (value: Value) => void = () => {};
  const promise = new Promise<Value>((resolve) => {
    release = resolve;
  });
  return { promise, release };
}

/** Everything that is waiting for an answered promise goes on. */
const settled = () => new Promise((resolve) => setTimeout(resolve));

async function compared() {
  const main = importStandIn();
  await main.session.choose();
  main.session.next();
  main.session.next();
  await settled();
  return main;
}

describe('choosing a file', () => {
  it('is over at once where none is chosen', async () => {
    const { session, choose, end } = importStandIn();
    choose.mockResolvedValue(ok({ kind: 'cancelled' }));
    await session.choose();
    expect(end).toHaveBeenCalledExactlyOnceWith(null);
  });

  it('keeps the file before where no other is chosen, with what was bound', async () => {
    const { session, choose, end } = importStandIn();
    await session.choose();
    session.bind({ ...panels.mapping, id: { columns: [0, 1], separator: '-' } });
    choose.mockResolvedValue(ok({ kind: 'cancelled' }));
    await session.choose();
    expect(session.state()).toMatchObject({ table: panels, mapping: { id: { columns: [0, 1] } }, work: null });
    expect(end).not.toHaveBeenCalled();
  });

  it('says why a file cannot be read, and goes on saying so while no other is chosen', async () => {
    const { session, choose, end } = importStandIn();
    choose.mockResolvedValueOnce(fail(unreadable));
    await session.choose();
    expect(session.state().failure).toEqual(new AppFailure(unreadable));
    choose.mockResolvedValueOnce(ok({ kind: 'cancelled' }));
    await session.choose();
    expect(session.state().failure).toEqual(new AppFailure(unreadable));
    expect(end).not.toHaveBeenCalled();
    await session.choose();
    expect(session.state()).toMatchObject({ table: panels, failure: null });
  });

  it('is reading from the first news of progress, and shows how far it has come', async () => {
    const { session, choose, progress } = importStandIn();
    const answer = heldBack<Awaited<ReturnType<typeof choose>>>();
    choose.mockReturnValue(answer.promise);
    void session.choose();
    expect(session.state().work).toBe('choosing');
    progress('reading', 50, 200);
    expect(session.state()).toMatchObject({ work: 'reading', progress: { done: 50, total: 200 } });
    answer.release(ok({ kind: 'opened', table: panels }));
    await settled();
    expect(session.state()).toMatchObject({ work: null, progress: null, table: panels });
  });
});

describe('reading in another way', () => {
  it('asks once more for what was chosen meanwhile, and shows only that', async () => {
    const { session, read } = importStandIn();
    await session.choose();
    const slow = heldBack<Awaited<ReturnType<typeof read>>>();
    read.mockReturnValueOnce(slow.promise);
    void session.readAs({ encoding: 'utf-16le' });
    void session.readAs({ encoding: 'utf-8' });
    void session.readAs({ headerLine: 0 });
    slow.release(fail(unreadable));
    await settled();
    const options = { encoding: 'utf-8', delimiter: null, quotes: null, sheet: null, list: null, headerLine: 0 };
    expect(read).toHaveBeenCalledTimes(2);
    expect(read).toHaveBeenLastCalledWith({ connectionId: 'harbor', options });
    expect(session.state()).toMatchObject({ failure: null, work: null });
  });

  it('keeps what was chosen where the file cannot be read that way', async () => {
    const { session, read } = importStandIn();
    await session.choose();
    read.mockResolvedValueOnce(fail(unreadable));
    await session.readAs({ delimiter: '|' });
    expect(session.state()).toMatchObject({ table: panels, options: { delimiter: '|' } });
    expect(session.state().failure).toEqual(new AppFailure(unreadable));
  });
});

describe('comparing', () => {
  it('waits until the draft is saved, and compares once for two presses of Next', async () => {
    const { session, list, compare } = importStandIn();
    const saved = heldBack<number>();
    await session.choose();
    session.next();
    list.settled.mockReturnValueOnce(saved.promise);
    session.next();
    session.next();
    expect(compare).not.toHaveBeenCalled();
    saved.release(7);
    await settled();
    expect(compare).toHaveBeenCalledOnce();
    expect(session.state()).toMatchObject({ step: 'compare', comparison: twoAdded });
  });

  it('is not done again for going back and forth, but for other columns', async () => {
    const { session, compare } = await compared();
    session.back();
    session.next();
    expect(compare).toHaveBeenCalledOnce();
    session.back();
    session.bind({ ...panels.mapping, name: { columns: [], separator: '' } });
    session.next();
    await settled();
    expect(compare).toHaveBeenCalledTimes(2);
  });

  it('is done again for repairs, once for all that are ticked while it lasts, and not for the mode', async () => {
    const { session, compare } = await compared();
    const slow = heldBack<Awaited<ReturnType<typeof compare>>>();
    compare.mockReturnValueOnce(slow.promise);
    session.setChoices({ mode: 'replace' });
    session.setChoices({ repairs: [3] });
    session.setChoices({ repairs: [3, 4] });
    session.setChoices({ repairs: [3, 4, 5] });
    await settled();
    compare.mockResolvedValueOnce(ok(nothingFound));
    slow.release(ok(twoAdded));
    await settled();
    expect(compare).toHaveBeenCalledTimes(3);
    expect(compare.mock.lastCall?.[0].choices).toMatchObject({
      mode: 'replace',
      leaveOutErrors: false,
      repairs: [3, 4, 5],
    });
    expect(session.state().comparison).toBe(nothingFound);
  });
});

describe('importing', () => {
  it('imports into the draft that was compared, opens it again, and is over', async () => {
    const { session, apply, list, end } = await compared();
    session.setChoices({ mode: 'replace' });
    session.next();
    // Undone from a message while the wizard is open: main is to refuse what was not compared with this.
    list.settled.mockResolvedValue(8);
    const first = session.apply();
    void session.apply();
    await first;
    const choices = expect.objectContaining({ mode: 'replace', leaveOutErrors: false, repairs: [] });
    expect(apply).toHaveBeenCalledExactlyOnceWith({ connectionId: 'harbor', mapping: panels.mapping, choices, seq: 7 });
    expect(list.reload).toHaveBeenCalledOnce();
    expect(end).toHaveBeenCalledExactlyOnceWith({ kind: 'imported', added: 2, renamed: 0, removed: 0, leftOut: 0 });
  });

  it('goes back to the comparison where the draft has moved on', async () => {
    const { session, apply, compare, list } = await compared();
    session.next();
    apply.mockResolvedValueOnce(fail({ code: 'draft-out-of-step', message: 'It moved on.', next: 'Look again.' }));
    await session.apply();
    expect(list.reload).toHaveBeenCalledOnce();
    expect(session.state()).toMatchObject({ step: 'compare', comparison: null, failure: { message: 'It moved on.' } });
    await session.compare();
    expect(compare).toHaveBeenCalledTimes(2);
    expect(session.state()).toMatchObject({ comparison: twoAdded, failure: null });
  });
});

describe('giving up', () => {
  it('stops main, and an answer that comes after it changes nothing', async () => {
    const { session, choose, cancel, end } = importStandIn();
    const answer = heldBack<Awaited<ReturnType<typeof choose>>>();
    choose.mockReturnValue(answer.promise);
    void session.choose();
    session.cancel();
    answer.release(ok({ kind: 'opened', table: panels }));
    await settled();
    expect(cancel).toHaveBeenCalledExactlyOnceWith({ connectionId: 'harbor' });
    expect(end).toHaveBeenCalledExactlyOnceWith(null);
    expect(session.state().table).toBeNull();
  });

  it('is too late while the import is being written', async () => {
    const { session, cancel, list, end } = await compared();
    session.next();
    const saved = heldBack<number>();
    list.settled.mockReturnValueOnce(saved.promise);
    const applied = session.apply();
    session.cancel();
    saved.release(7);
    await applied;
    expect(cancel).not.toHaveBeenCalled();
    expect(end).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ kind: 'imported' }));
  });
});
