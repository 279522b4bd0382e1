import { act, cleanup, screen } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import { selectAll } from '../grid/selection.ts';
import { showReaders } from '../testing/fake-page.tsx';
import { DeleteReaders } from './DeleteReaders.tsx';
import '../testing/component-test.ts';

vi.hoisted(() => Object.assign(window, { readerDesk: {} }));

afterEach(cleanup);

const button = () => screen.getByRole('button', { name: 'Delete' });
const isOff = () => button().getAttribute('aria-disabled') === 'true';
const deleteReaders = <DeleteReaders onPress={() => {}} />;

it('is off until a reader is chosen or the keyboard is put on one', async () => {
  const { list } = await showReaders(deleteReaders, 'nothing chosen');
  expect(isOff()).toBe(true);
  act(() => list.moveTo({ index: 0, column: 2 }));
  expect(isOff()).toBe(false);
  act(() => list.setFilter('3'));
  expect(isOff()).toBe(true);
});

it('counts those it would remove, not the ones that are removed already', async () => {
  const { list, actions } = await showReaders(deleteReaders, 'some removed');
  act(() => list.select(selectAll([0, 1])));
  expect(button().textContent).toContain('2');
  act(() => actions.remove());
  act(() => list.select(selectAll([0, 1, 2])));
  expect(button().textContent).toContain('1');
  act(() => list.select(selectAll([0, 1])));
  expect(isOff()).toBe(true);
});
