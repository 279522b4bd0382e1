import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useRef, useState } from 'react';
import { afterEach, expect, it } from 'vitest';
import { useGridFocus } from './use-grid-focus.ts';

/** A grid of one column, the keyboard on its first cell, beside the field that filters it. */
function Doors({ names }: { readonly names: readonly string[] }) {
  const [filter, setFilter] = useState('');
  const grid = useRef<HTMLDivElement>(null);
  const focus = useGridFocus(grid, false);
  return (
    <>
      <input aria-label="Filter" value={filter} onChange={(event) => setFilter(event.target.value)} />
      <div ref={grid} {...focus}>
        {names
          .filter((name) => name.includes(filter))
          .map((name, index) => (
            <button type="button" key={name} data-column={0} tabIndex={index === 0 ? 0 : -1}>
              {name}
            </button>
          ))}
      </div>
    </>
  );
}

const cell = (name: string) => screen.getByRole('button', { name });

afterEach(cleanup);

it('goes on from the cell the keyboard is on where the focused one went away', async () => {
  const { rerender } = render(<Doors names={['dock', 'lobby']} />);
  await userEvent.click(cell('dock'));
  rerender(<Doors names={['lobby']} />);
  expect(document.activeElement).toBe(cell('lobby'));
});

it('leaves the focus to a field the person went to after a click on nothing', async () => {
  render(<Doors names={['dock', 'lobby']} />);
  await userEvent.click(cell('dock'));
  cell('dock').blur();
  expect(document.activeElement).toBe(document.body);
  const filter = screen.getByRole<HTMLInputElement>('textbox', { name: 'Filter' });
  filter.focus();
  await userEvent.keyboard('lobby');
  expect(filter.value).toBe('lobby');
  expect(document.activeElement).toBe(filter);
});
