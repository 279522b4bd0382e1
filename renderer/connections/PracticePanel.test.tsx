import { QueryClientProvider } from '@tanstack/react-query';
import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, it, vi } from 'vitest';
import type { PracticeStatus, ReceivedRequest } from '../../core/practice/practice.ts';
import { ok } from '../../core/result.ts';
import { queryClient } from '../ipc/query-client.ts';
import { PracticePanel } from './PracticePanel.tsx';
import '../testing/component-test.ts';

const main = vi.hoisted(() => {
  const seam = {
    status: null as unknown,
    reset: vi.fn(),
    listeners: new Set<() => void>(),
  };
  Object.assign(window, {
    readerDesk: {
      practice: { status: async () => ({ ok: true, value: seam.status }), reset: seam.reset },
      on: {
        practiceReceived: (listener: () => void) => {
          seam.listeners.add(listener);
          return () => seam.listeners.delete(listener);
        },
      },
    },
  });
  return seam;
});

const request = (number: number, body: string): ReceivedRequest => ({
  number,
  receivedAt: '2026-03-02T10:00:00.000Z',
  method: body ? 'POST' : 'GET',
  path: '/pacs/devices',
  body,
  bodyBytes: body.length,
  status: 200,
});

const running = (...received: ReceivedRequest[]): PracticeStatus => ({
  running: true,
  baseUrl: 'http://127.0.0.1:41207/pacs',
  readers: 240,
  received,
});

function show() {
  render(
    <QueryClientProvider client={queryClient}>
      <PracticePanel />
    </QueryClientProvider>,
  );
}

afterEach(() => {
  cleanup();
  queryClient.clear();
  vi.clearAllMocks();
});

it('shows requests as they arrive, and a body as plain text', async () => {
  main.status = running();
  show();
  await screen.findByText(/Nothing yet/);
  main.status = running(request(1, '<b>00123</b>'));
  for (const tell of main.listeners) tell();
  await userEvent.click(await screen.findByRole('button', { name: 'Body of request 1' }));
  expect(screen.getByText('<b>00123</b>')).toBeDefined();
});

it('stops listening when it is gone', async () => {
  main.status = running();
  show();
  await screen.findByText(/Nothing yet/);
  cleanup();
  expect(main.listeners.size).toBe(0);
});

it('resets the practice account only after a second press', async () => {
  main.status = running(request(1, ''));
  main.reset.mockResolvedValue(ok(running()));
  show();
  await userEvent.click(await screen.findByRole('button', { name: 'Reset practice account' }));
  expect(main.reset).not.toHaveBeenCalled();
  await userEvent.click(screen.getByRole('button', { name: 'Reset practice account' }));
  expect(main.reset).toHaveBeenCalledOnce();
  await screen.findByText(/Nothing yet/);
});

it('counts a single reader as one', async () => {
  main.status = { ...running(), readers: 1 };
  show();
  expect(await screen.findByText('1 reader in its list')).toBeDefined();
});
