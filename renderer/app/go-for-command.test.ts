// @vitest-environment jsdom

import { afterEach, expect, it, vi } from 'vitest';
import { currentToasts, toast } from '../ui/toast.ts';
import { goForCommand } from './go-for-command.ts';

afterEach(() => {
  for (const { id } of currentToasts()) toast.dismiss(id);
});

it('goes to Readers for what is done to the list', () => {
  const navigate = vi.fn();
  goForCommand('import', navigate, true);
  expect(navigate).toHaveBeenCalledWith('readers');
  expect(currentToasts()).toEqual([]);
});

it('says why nothing can be imported while no connection is open', () => {
  goForCommand('import', vi.fn(), false);
  expect(currentToasts()).toMatchObject([
    { kind: 'failure', text: 'No connection is open, so there is no list to import into.' },
  ]);
});

it('goes nowhere to undo', () => {
  const navigate = vi.fn();
  goForCommand('undo', navigate, true);
  expect(navigate).not.toHaveBeenCalled();
});
