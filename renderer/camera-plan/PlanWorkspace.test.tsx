import { QueryClientProvider } from '@tanstack/react-query';
import { cleanup, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { PlanAction } from '../../core/cameras/plan-action.ts';
import { queryClient } from '../ipc/query-client.ts';
import { forgetConnection } from '../sessions/connection-sessions.ts';
import { enter } from '../testing/component-test.ts';
import { harbor } from '../testing/fake-connection.ts';
import { MainStandIn } from '../testing/fake-main.ts';
import { PlanMainStandIn } from '../testing/fake-plan-main.ts';
import { CurrentConnectionContext } from '../window/current-connection.ts';
import { NavigationContext } from '../window/navigation.ts';
import { PlanWorkspace } from './PlanWorkspace.tsx';

const window = vi.hoisted(() => Object.assign(globalThis.window, { readerDesk: {} }));

const campus = { ...harbor, id: 'campus' };

const camera = (id: string, name: string) => ({ id, name, site: '' });

// jsdom lays nothing out, and a list without a height has no items in view.
beforeEach(() => {
  vi.spyOn(Element.prototype, 'clientHeight', 'get').mockReturnValue(400);
  vi.spyOn(Element.prototype, 'clientWidth', 'get').mockReturnValue(800);
  vi.spyOn(HTMLElement.prototype, 'offsetHeight', 'get').mockReturnValue(40);
});

afterEach(() => {
  cleanup();
  forgetConnection('campus');
  queryClient.clear();
  vi.restoreAllMocks();
});

/** The page of a plan that these acts led to, with the readers Lobby (1) and Roof (2) in the list. */
async function open(...acts: readonly PlanAction[]) {
  const main = new PlanMainStandIn();
  main.do({ kind: 'add cameras', cameras: [camera('1', 'Dock Cam'), camera('2', 'Roof Cam')] });
  for (const act of acts) main.do(act);
  Object.assign(window.readerDesk, main.api, new MainStandIn().api);
  render(
    <QueryClientProvider client={queryClient}>
      <NavigationContext value={{ page: 'camera plan', connectionId: 'campus', navigate: vi.fn(), open: vi.fn() }}>
        <CurrentConnectionContext value={campus}>
          <PlanWorkspace />
        </CurrentConnectionContext>
      </NavigationContext>
    </QueryClientProvider>,
  );
  await screen.findByText('Dock Cam');
  return main;
}

const press = (name: string) => userEvent.click(screen.getByRole('button', { name }));
const filter = (text: string) => enter(screen.getByRole('searchbox'), text);
const shown = () => screen.queryAllByRole('checkbox', { name: /^Select .* Cam/ }).map((box) => box.ariaLabel);

it('shows a camera that was added, whatever the filter says, until the filter is another', async () => {
  await open();
  await filter('dock');
  await waitFor(() => expect(shown()).toEqual(['Select Dock Cam']));
  await press('Add camera');
  await userEvent.type(screen.getByRole('textbox', { name: 'Name' }), 'Lobby Cam{Enter}');
  await waitFor(() => expect(shown()).toEqual(['Select Dock Cam', 'Select Lobby Cam']));
  await filter('cam');
  await filter('dock');
  await waitFor(() => expect(shown()).toEqual(['Select Dock Cam']));
});

it('shows a camera that undo brought back, whatever the filter says', async () => {
  await open({ kind: 'delete cameras', cameraIds: ['2'] });
  await filter('dock');
  await waitFor(() => expect(shown()).toEqual(['Select Dock Cam']));
  await press('Undo');
  await waitFor(() => expect(shown()).toEqual(['Select Dock Cam', 'Select Roof Cam']));
});

it('does not say that there are no ghosts or suggestions where none matches the filter', async () => {
  await open({ kind: 'assign', views: [{ cameraId: '1', reader: { id: '99', name: 'Old Gate' } }] });
  await screen.findByRole('button', { name: /^Apply suggestion: Roof/ });
  await filter('nothing like this');
  expect(await screen.findByText('No ghost matches.')).toBeDefined();
  expect(await screen.findByText('No suggestion matches.')).toBeDefined();
  await filter('gate');
  await waitFor(() => expect(screen.queryByText('No ghost matches.')).toBeNull());
});
