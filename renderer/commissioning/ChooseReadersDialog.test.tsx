import { QueryClientProvider } from '@tanstack/react-query';
import { cleanup, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { queryClient } from '../ipc/query-client.ts';
import { forgetConnection } from '../sessions/connection-sessions.ts';
import { enter, settleDialog } from '../testing/component-test.ts';
import { harbor } from '../testing/fake-connection.ts';
import { MainStandIn } from '../testing/fake-main.ts';
import { PlanMainStandIn } from '../testing/fake-plan-main.ts';
import { CurrentConnectionContext } from '../window/current-connection.ts';
import { ChooseReadersDialog } from './ChooseReadersDialog.tsx';

const window = vi.hoisted(() =>
  Object.assign(globalThis.window, {
    readerDesk: { on: { sweepState: () => () => {}, sweepResults: () => () => {} } },
  }),
);

const campus = { ...harbor, id: 'campus' };

// jsdom lays nothing out, and a list without a height has no items in view.
beforeEach(() => {
  vi.spyOn(Element.prototype, 'clientHeight', 'get').mockReturnValue(400);
  vi.spyOn(HTMLElement.prototype, 'offsetHeight', 'get').mockReturnValue(30);
});

afterEach(() => {
  cleanup();
  forgetConnection('campus');
  queryClient.clear();
  vi.restoreAllMocks();
});

it('is as it was, with the keyboard on Start sweep, after the sweep was not started', async () => {
  Object.assign(window.readerDesk, new PlanMainStandIn().api, new MainStandIn().api);
  const close = vi.fn();
  await settleDialog(() =>
    render(
      <QueryClientProvider client={queryClient}>
        <CurrentConnectionContext value={campus}>
          <ChooseReadersDialog sweepIds={[]} defaultLabels={[]} onStarted={vi.fn()} onClose={close} />
        </CurrentConnectionContext>
      </QueryClientProvider>,
    ),
  );
  await screen.findByRole('checkbox', { name: /Lobby/ });
  expect(screen.getByText('0 readers chosen')).toBeDefined();
  await userEvent.click(screen.getByRole('button', { name: 'Choose all' }));
  await enter(screen.getByRole('searchbox', { name: 'Filter readers' }), 'roof');
  await userEvent.click(screen.getByRole('button', { name: 'Start sweep' }));
  expect(screen.getByRole('alertdialog', { name: 'Start this sweep?' })).toBeDefined();
  await userEvent.keyboard('{Escape}');
  await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Start sweep' })));
  expect(screen.getByRole<HTMLInputElement>('searchbox', { name: 'Filter readers' }).value).toBe('roof');
  expect(close).not.toHaveBeenCalled();
});
