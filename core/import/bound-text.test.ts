import { expect, it } from 'vitest';
import { boundText } from './bound-text.ts';

const cells = ['P07', '', '02', 'Pier'];

it('joins an id of several columns, and has none where a part is missing', () => {
  expect(boundText(cells, { columns: [0, 2], separator: '-' }, 'id')).toBe('P07-02');
  expect(boundText(cells, { columns: [0, 1], separator: '-' }, 'id')).toBe('');
  expect(boundText(cells, { columns: [0, 9], separator: '-' }, 'id')).toBe('');
});

it('leaves what is empty out of a name, with its separator', () => {
  expect(boundText(cells, { columns: [3, 1, 0], separator: ' – ' }, 'name')).toBe('Pier – P07');
  expect(boundText(cells, { columns: [1], separator: ' – ' }, 'name')).toBe('');
});
