import { QueryClientProvider, useQuery } from '@tanstack/react-query';
import { cleanup, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, it, vi } from 'vitest';
import type { EventPreset } from '../../core/events/preset.ts';
import { queryClient } from '../ipc/query-client.ts';
import { settleDialog } from '../testing/component-test.ts';
import { ManagePresets } from './ManagePresets.tsx';
import { presetsQuery } from './queries.ts';

const main = vi.hoisted(() => {
  const seam: { own: readonly EventPreset[] } = { own: [] };
  const kept = async () => ({ ok: true, value: seam.own });
  Object.assign(window, {
    readerDesk: {
      presets: {
        list: kept,
        delete: ({ id }: { readonly id: string }) => {
          seam.own = seam.own.filter((preset) => preset.id !== id);
          return kept();
        },
      },
    },
  });
  return seam;
});

const preset = (id: string, name: string): EventPreset => ({
  id,
  name,
  eventType: 'forced open',
  labels: [],
  actorId: '',
  actorName: '',
});

afterEach(() => {
  cleanup();
  queryClient.clear();
});

async function open(close = vi.fn()) {
  main.own = [preset('1', 'Night drill'), preset('2', 'Gate test')];
  function Menu() {
    const { data } = useQuery(presetsQuery);
    return data ? <ManagePresets own={data} onClose={close} /> : null;
  }
  await settleDialog(() =>
    render(
      <QueryClientProvider client={queryClient}>
        <Menu />
      </QueryClientProvider>,
    ),
  );
  expect(screen.getByRole('dialog', { name: 'Manage presets' })).toBeDefined();
  return close;
}

const button = (name: string) => screen.getByRole('button', { name });
const press = (name: string) => userEvent.click(button(name));

it('has the keyboard on the preset again after it was not renamed', async () => {
  const close = await open();
  await press('Rename Gate test');
  expect(screen.getByRole('dialog', { name: 'Rename “Gate test”' })).toBeDefined();
  await userEvent.keyboard('{Escape}');
  await waitFor(() => expect(document.activeElement).toBe(button('Rename Gate test')));
  expect(close).not.toHaveBeenCalled();
});

it('keeps the keyboard in the list of presets after one was deleted', async () => {
  await open();
  await press('Delete Gate test');
  await press('Delete preset');
  await waitFor(() => expect(screen.queryByRole('alertdialog')).toBeNull());
  const manage = screen.getByRole('dialog', { name: 'Manage presets' });
  await waitFor(() => expect(manage.contains(document.activeElement)).toBe(true));
  expect(screen.queryByText('Gate test')).toBeNull();
});
