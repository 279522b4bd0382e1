import { expect, it } from 'vitest';
import { chosenColumns, hasColumns, keepChoice, lastChoice, toggleColumn, withList } from './export-choice.ts';

const sizes = { draft: 5, remote: 4, selection: 2, changes: 1 };

it('is the draft as CSV at first, and what was chosen last after that', () => {
  expect(lastChoice(sizes)).toEqual({ list: 'draft', format: 'csv', without: [] });
  keepChoice({ list: 'selection', format: 'xlsx', without: ['name'] });
  expect(lastChoice(sizes)).toEqual({ list: 'selection', format: 'xlsx', without: ['name'] });
  expect(lastChoice({ ...sizes, selection: null })).toMatchObject({ list: 'draft', format: 'xlsx' });
  expect(lastChoice({ ...sizes, draft: 0, selection: 0 })).toMatchObject({ list: 'remote' });
});

it('has a format and columns that its list can have', () => {
  const camio = { list: 'draft', format: 'camio json', without: ['change'] } as const;
  expect(withList(camio, 'changes').format).toBe('json');
  expect(withList(camio, 'remote').format).toBe('camio json');
  expect(chosenColumns(camio)).toEqual(['id', 'name', 'other fields']);
  expect(chosenColumns(withList(camio, 'changes'))).toEqual(['id', 'name', 'name in Camio', 'other fields']);
  expect(chosenColumns(toggleColumn(toggleColumn(camio, 'id'), 'change'))).toEqual(['name', 'other fields']);
  expect([hasColumns(camio), hasColumns({ ...camio, format: 'xlsx' })]).toEqual([false, true]);
});
