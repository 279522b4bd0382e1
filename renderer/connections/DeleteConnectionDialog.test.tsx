import { QueryClientProvider } from '@tanstack/react-query';
import { cleanup, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { ReaderDeskApi } from '../../core/ipc/contract.ts';
import { fail, ok } from '../../core/result.ts';
import { queryClient } from '../ipc/query-client.ts';
import { enter } from '../testing/component-test.ts';
import { harbor } from '../testing/fake-connection.ts';
import { DeleteConnectionDialog } from './DeleteConnectionDialog.tsx';

const { remove } = vi.hoisted(() => {
  const main = { remove: vi.fn<ReaderDeskApi['connections']['delete']>() };
  Object.assign(window, { readerDesk: { connections: { delete: main.remove } } });
  return main;
});

function show(draftChanges: number | null) {
  const close = vi.fn();
  render(
    <QueryClientProvider client={queryClient}>
      <DeleteConnectionDialog connection={{ ...harbor, draftChanges }} onClose={close} />
    </QueryClientProvider>,
  );
  return close;
}

const confirm = () => userEvent.click(screen.getByRole('button', { name: 'Delete connection' }));

beforeEach(() => {
  remove.mockResolvedValue(ok(undefined));
});

afterEach(() => {
  cleanup();
  vi.clearAllMocks();
});

it('deletes by a press where no change would be lost', async () => {
  const close = show(0);
  await confirm();
  expect(remove).toHaveBeenCalledWith({ connectionId: 'harbor', typedName: '' });
  await waitFor(() => expect(close).toHaveBeenCalled());
});

it('asks for the name where changes were never pushed, and says how many', async () => {
  show(4);
  expect(screen.getByText(/4 changes in its draft were never pushed/)).toBeDefined();
  await confirm();
  expect(remove).not.toHaveBeenCalled();
  await enter(screen.getByRole('textbox', { name: 'Type Harbor Campus to confirm' }), 'Harbor Campus');
  await confirm();
  expect(remove).toHaveBeenCalledWith({ connectionId: 'harbor', typedName: 'Harbor Campus' });
});

it('asks for the name when main knows of changes that the page does not', async () => {
  remove.mockResolvedValueOnce(
    fail({ code: 'confirmation-needed', message: 'The draft has 1 change.', next: 'Type Harbor Campus to delete it.' }),
  );
  show(0);
  await confirm();
  expect((await screen.findByRole('alert')).textContent).toContain('The draft has 1 change.');
  expect(screen.getByRole('textbox', { name: 'Type Harbor Campus to confirm' })).toBeDefined();
});
