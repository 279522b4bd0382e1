import { expect, it } from 'vitest';
import { columnLetter, columnTitles } from './column-title.ts';

it('counts columns as a spreadsheet does', () => {
  expect([0, 25, 26, 51, 52, 701, 702].map(columnLetter)).toEqual(['A', 'Z', 'AA', 'AZ', 'BA', 'ZZ', 'AAA']);
});

it('tells columns apart that have no title or share one', () => {
  const columns = ['Name', '', 'ID', 'Name'].map((header) => ({ header, filled: 1 }));
  expect(columnTitles({ columns })).toEqual(['Name (column A)', 'Column B', 'ID', 'Name (column D)']);
});
