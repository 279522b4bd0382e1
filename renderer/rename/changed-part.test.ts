import fc from 'fast-check';
import { expect, it } from 'vitest';
import { anyText } from '../../core/testing/any-reader.ts';
import { changedPart } from './changed-part.ts';

it.each([
  ['Lobby North', 'Foyer North', 'Lobby', 'Foyer'],
  ['Door', 'Door 01', '', ' 01'],
  ['Gate А', 'Gate A', 'А', 'A'],
  ['aa', 'a', 'a', ''],
  ['Dock', 'Dock', '', ''],
  ['🚪 1', '🚨 1', '🚪', '🚨'],
])('of %j to %j: %j becomes %j', (before, after, gone, come) => {
  const cut = changedPart(before, after);
  expect(cut.before.start).toBe(cut.after.start);
  expect(cut.before.end).toBe(cut.after.end);
  expect({ gone: cut.before.own, come: cut.after.own }).toEqual({ gone, come });
});

it('loses nothing of either text', () => {
  fc.assert(
    fc.property(anyText, anyText, (before, after) => {
      const cut = changedPart(before, after);
      const whole = ({ start, own, end }: typeof cut.before) => start + own + end;
      expect([whole(cut.before), whole(cut.after)]).toEqual([before, after]);
    }),
  );
});
