import { QueryClientProvider } from '@tanstack/react-query';
import { cleanup, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { AppError } from '../../core/app-error.ts';
import type { ConnectionView } from '../../core/connections/connection.ts';
import type { ReaderDeskApi } from '../../core/ipc/contract.ts';
import { fail, ok } from '../../core/result.ts';
import { ownTimeZone } from '../../core/time/time-zone.ts';
import { queryClient } from '../ipc/query-client.ts';
import { enter } from '../testing/component-test.ts';
import { harbor as withoutToken } from '../testing/fake-connection.ts';
import { ConnectionDialog } from './ConnectionDialog.tsx';

const { add, update } = vi.hoisted(() => {
  const main = {
    add: vi.fn<ReaderDeskApi['connections']['add']>(),
    update: vi.fn<ReaderDeskApi['connections']['update']>(),
  };
  Object.assign(window, { readerDesk: { connections: main } });
  return main;
});

const harbor: ConnectionView = { ...withoutToken, token: { kind: 'in keyring', lastFour: 'x7Qa' } };

const full: AppError = { code: 'disk', message: 'The disk is full.', next: 'Free some space and save again.' };

function show(edited: ConnectionView | null = null) {
  const close = vi.fn();
  render(
    <QueryClientProvider client={queryClient}>
      <ConnectionDialog edited={edited} connections={[harbor]} onClose={close} />
    </QueryClientProvider>,
  );
  return close;
}

const field = (name: string) => screen.getByRole<HTMLInputElement>('textbox', { name });
const save = () => userEvent.click(screen.getByRole('button', { name: 'Save' }));

beforeEach(() => {
  add.mockResolvedValue(ok(harbor));
  update.mockResolvedValue(ok(harbor));
});

afterEach(() => {
  cleanup();
  vi.clearAllMocks();
});

describe('adding a connection', () => {
  it('sends nothing while a field is wrong, says why beside it and goes there', async () => {
    show();
    await enter(field('Name'), 'harbor campus');
    await save();
    expect(add).not.toHaveBeenCalled();
    expect(screen.getByText(/already a connection named/)).toBeDefined();
    expect(document.activeElement).toBe(field('Name'));
  });

  it('judges a field once it was left, and from then on at every key', async () => {
    show();
    const address = field('API base URL');
    await enter(address, 'camio.com');
    expect(screen.queryByText(/does not say how to connect/)).toBeNull();
    await userEvent.tab();
    expect(screen.getByText(/Write https:\/\/camio.com instead/)).toBeDefined();
    await enter(address, 'https://camio.com');
    expect(screen.queryByText(/does not say how to connect/)).toBeNull();
  });

  it('moves nothing under the mouse when the empty name is left for another field', async () => {
    show();
    await userEvent.click(screen.getByRole('radio', { name: 'Sign in with Camio' }));
    expect(screen.queryByText(/has no name/)).toBeNull();
    await save();
    expect(screen.getByText(/has no name/)).toBeDefined();
  });

  it('sends what was entered, with the dialect of the address', async () => {
    const close = show();
    await enter(field('Name'), 'Annex');
    await enter(field('API base URL'), 'https://incoming.integrations.camio.com/pacs');
    await enter(screen.getByLabelText('Token'), 'secret-token');
    await save();
    expect(add).toHaveBeenCalledWith({
      name: 'Annex',
      baseUrl: 'https://incoming.integrations.camio.com/pacs',
      dialect: { preset: 'later generation', listKey: 'devices', eventEnvelope: 'event' },
      color: 'blue',
      timeZone: ownTimeZone(),
      token: 'secret-token',
    });
    await waitFor(() => expect(close).toHaveBeenCalled());
  });

  it('shows main’s refusal on the form and keeps what was typed', async () => {
    add.mockResolvedValue(fail(full));
    const close = show();
    await enter(field('Name'), 'Annex');
    await save();
    expect((await screen.findByRole('alert')).textContent).toContain('Free some space and save again.');
    expect(field('Name').value).toBe('Annex');
    expect(close).not.toHaveBeenCalled();
  });

  it('offers the details of a custom dialect', async () => {
    show();
    await enter(field('Name'), 'Annex');
    expect(screen.queryByRole('combobox', { name: 'List key' })).toBeNull();
    await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Dialect' }), 'Custom');
    await userEvent.selectOptions(screen.getByRole('combobox', { name: 'List key' }), 'devices');
    await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Event envelope' }), '{"events": […]}');
    await save();
    expect(add.mock.calls[0]?.[0].dialect).toEqual({ preset: 'custom', listKey: 'devices', eventEnvelope: 'events' });
  });
});

describe('editing a connection', () => {
  it('begins with what is there and leaves its token alone', async () => {
    show(harbor);
    expect(screen.queryByLabelText('Token')).toBeNull();
    await enter(field('Name'), 'Harbor Campus East');
    await userEvent.click(screen.getByRole('radio', { name: 'violet' }));
    await enter(screen.getByRole('combobox', { name: 'Time zone' }), 'america/new_york');
    await save();
    const { baseUrl, dialect } = harbor;
    expect(update).toHaveBeenCalledWith({
      connectionId: 'harbor',
      name: 'Harbor Campus East',
      baseUrl,
      dialect,
      color: 'violet',
      timeZone: 'America/New_York',
    });
  });
});
