import { QueryClientProvider } from '@tanstack/react-query';
import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, it, vi } from 'vitest';
import { ok } from '../../core/result.ts';
import type { SweepState, SweepSummary } from '../../core/sweep/sweep.ts';
import { queryClient } from '../ipc/query-client.ts';
import { harbor } from '../testing/fake-connection.ts';
import { CurrentConnectionContext } from '../window/current-connection.ts';
import { SweepActions } from './SweepActions.tsx';
import '../testing/component-test.ts';

const { pause, resume } = vi.hoisted(() => {
  const main = { pause: vi.fn(), resume: vi.fn() };
  Object.assign(window, { readerDesk: { sweep: main } });
  return main;
});

const campus = { ...harbor, id: 'campus' };

const summary = (state: SweepState): SweepSummary => ({
  sweep: {
    id: '1',
    startedAt: '2026-03-02T10:00:00.000Z',
    eventType: 'forced open',
    labels: [],
    concurrency: 1,
    perMinute: null,
  },
  state,
  counts: { accepted: 1, refused: 1, unknown: 0, pending: 3, sending: 0 },
  toSend: 3,
  seen: 0,
});

const actions = (kind: 'running' | 'pausing' | 'paused' | 'finished') => (
  <QueryClientProvider client={queryClient}>
    <CurrentConnectionContext value={campus}>
      <SweepActions summary={summary({ kind })} results={[]} />
    </CurrentConnectionContext>
  </QueryClientProvider>
);

afterEach(() => {
  cleanup();
  vi.clearAllMocks();
});

it('has Resume where Pause was, with the keyboard on it', async () => {
  pause.mockResolvedValue(ok(undefined));
  const { rerender } = render(actions('running'));
  await userEvent.click(screen.getByRole('button', { name: 'Pause' }));
  expect(pause).toHaveBeenCalledOnce();
  rerender(actions('pausing'));
  rerender(actions('paused'));
  expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Resume' }));
});

it('keeps the keyboard on what can be done next when the sweep comes to its end', () => {
  const { rerender } = render(actions('running'));
  screen.getByRole('button', { name: 'Stop' }).focus();
  rerender(actions('finished'));
  expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Retry failed' }));
});

it('pauses while it asks whether to stop, and goes on with the keyboard on Stop if the sweep is kept', async () => {
  pause.mockResolvedValue(ok(undefined));
  resume.mockResolvedValue(ok(undefined));
  render(actions('running'));
  await userEvent.click(screen.getByRole('button', { name: 'Stop' }));
  expect(pause).toHaveBeenCalledOnce();
  expect(resume).not.toHaveBeenCalled();
  await userEvent.click(screen.getByRole('button', { name: 'Cancel' }));
  await vi.waitFor(() => expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Stop' })));
  expect(resume).toHaveBeenCalledOnce();
});

it('leaves a paused sweep paused if it is not stopped', async () => {
  render(actions('paused'));
  await userEvent.click(screen.getByRole('button', { name: 'Stop' }));
  await userEvent.click(screen.getByRole('button', { name: 'Cancel' }));
  expect(resume).not.toHaveBeenCalled();
});
