import { EventEmitter } from 'node:events';
import { expect, it, vi } from 'vitest';
import { followSessionEnd } from './session-end.ts';

it('saves when Windows asks whether the session may end, and finishes when it does', () => {
  const window = new EventEmitter();
  const [sessionEnds, finish, preventDefault] = [vi.fn(), vi.fn(), vi.fn()];
  followSessionEnd(window, { end: { sessionEnds }, finish });
  window.emit('query-session-end', { preventDefault, reasons: ['logoff'] });
  expect(sessionEnds).toHaveBeenCalledTimes(1);
  expect(finish).not.toHaveBeenCalled();
  window.emit('session-end', { reasons: ['logoff'] });
  expect(finish).toHaveBeenCalledTimes(1);
  // It is the person's wish, and what was acknowledged is on disk.
  expect(preventDefault).not.toHaveBeenCalled();
});
