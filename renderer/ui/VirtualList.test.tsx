import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { VirtualList } from './VirtualList.tsx';

// jsdom lays nothing out, and a list without a height has no items in view.
beforeEach(() => {
  vi.spyOn(Element.prototype, 'clientHeight', 'get').mockReturnValue(400);
  vi.spyOn(HTMLElement.prototype, 'offsetHeight', 'get').mockReturnValue(40);
});

afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

/** A list whose items go away when their button is pressed. */
function List({ names }: { readonly names: readonly string[] }) {
  const [left, setLeft] = useState(names);
  return (
    <>
      <VirtualList label="Ghosts" items={left} itemKey={(name) => name} itemHeight={40}>
        {(name, { tabIndex }) => (
          <>
            <button type="button" tabIndex={tabIndex}>
              Keep {name}
            </button>
            <button type="button" tabIndex={tabIndex} onClick={() => setLeft(left.filter((other) => other !== name))}>
              Remove {name}
            </button>
          </>
        )}
      </VirtualList>
      <button type="button" onClick={() => setLeft([])}>
        Remove all
      </button>
    </>
  );
}

const remove = (name: string) => userEvent.click(screen.getByRole('button', { name: `Remove ${name}` }));
const focused = () => document.activeElement?.textContent;

it('goes on from the same control of the item that comes in the place of one taken away', async () => {
  render(<List names={['Roof', 'Dock', 'Lobby']} />);
  await remove('Dock');
  expect(focused()).toBe('Remove Lobby');
  await userEvent.keyboard('{Enter}');
  expect(focused()).toBe('Remove Roof');
});

it('keeps the keyboard where the last item was', async () => {
  render(<List names={['Roof']} />);
  await remove('Roof');
  expect(document.activeElement?.contains(screen.getByRole('list', { name: 'Ghosts' }))).toBe(true);
  expect(document.activeElement).not.toBe(document.body);
});

it('does not take the focus from what the person went to', async () => {
  render(<List names={['Roof', 'Dock']} />);
  await userEvent.click(screen.getByRole('button', { name: 'Keep Roof' }));
  await userEvent.click(document.body);
  screen.getByRole('button', { name: 'Remove all' }).click();
  await vi.waitFor(() => expect(screen.queryByRole('button', { name: 'Keep Roof' })).toBeNull());
  expect(document.activeElement).toBe(document.body);
});
