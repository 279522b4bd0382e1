import { expect, it } from 'vitest';
import { keepListed, nothingSelected, selectAll, selectRange, toggleRow } from './selection.ts';

const order = [4, 2, 9, 7, 1];
const rows = (selection: { rows: ReadonlySet<number> }) => [...selection.rows];

it('adds a row and takes it out again', () => {
  const one = toggleRow(nothingSelected, 9);
  expect(rows(one)).toEqual([9]);
  expect(rows(toggleRow(toggleRow(one, 4), 9))).toEqual([4]);
});

it('draws a range from where the last row was chosen, in the order listed, either way', () => {
  const anchored = toggleRow(nothingSelected, 9);
  expect(rows(selectRange(anchored, order, 1, 1))).toEqual([9, 7, 1]);
  expect(rows(selectRange(selectRange(anchored, order, 1, 1), order, 1, 4))).toEqual([4, 2, 9]);
});

it('draws a range from the cursor where nothing was chosen, or where what was is not listed', () => {
  expect(rows(selectRange(nothingSelected, order, 2, 7))).toEqual([2, 9, 7]);
  expect(rows(selectRange({ rows: new Set([3]), anchor: 3 }, order, 2, 9))).toEqual([2, 9]);
});

it('selects what is listed, and forgets what no longer is', () => {
  const all = selectAll(order);
  expect(rows(all)).toEqual(order);
  expect(rows(keepListed(all, [2, 7]))).toEqual([2, 7]);
  expect(keepListed(all, order)).toBe(all);
});
