import { cleanup, render } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { MenuCommand } from '../../core/ipc/contract.ts';
import { useWindowCommands } from './use-window-commands.ts';

const main = vi.hoisted(() => {
  const seam: { choose: (command: MenuCommand) => void } = { choose: () => {} };
  const silent = () => () => {};
  Object.assign(window, {
    readerDesk: {
      on: {
        menuCommand: (listener: (command: MenuCommand) => void) => {
          seam.choose = listener;
          return () => {};
        },
        openConnection: silent,
        notice: silent,
        connectionChanged: silent,
      },
    },
  });
  return seam;
});

const navigate = vi.fn();

function Window({ hasDialog = false }: { readonly hasDialog?: boolean }) {
  useWindowCommands({ navigate, open: vi.fn(), hasConnection: true });
  return hasDialog ? <div role="dialog" aria-label="Add connection" /> : null;
}

beforeEach(() => navigate.mockReset());
afterEach(cleanup);

it('goes to the page that the menu or its key names', () => {
  render(<Window />);
  main.choose({ kind: 'go', page: 'camera plan' });
  expect(navigate).toHaveBeenCalledExactlyOnceWith('camera plan');
});

it('stays where a dialog is open: going would throw away what is typed in it', () => {
  render(<Window hasDialog />);
  main.choose({ kind: 'go', page: 'settings' });
  expect(navigate).not.toHaveBeenCalled();
});
