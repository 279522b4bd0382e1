import { act, cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, it, vi } from 'vitest';
import { harbor } from '../testing/fake-connection.ts';
import { PlanMainStandIn } from '../testing/fake-plan-main.ts';
import { useIsLineOpen } from '../ui/new-line.ts';
import { CurrentConnectionContext } from '../window/current-connection.ts';
import { NewCamera } from './NewCamera.tsx';
import { useNewCameraLine } from './use-new-camera.ts';
import '../testing/component-test.ts';

vi.hoisted(() => Object.assign(window, { readerDesk: {} }));

afterEach(cleanup);

function Plan() {
  const line = useNewCameraLine();
  const isAdding = useIsLineOpen(line);
  return (
    <>
      <button type="button" onClick={line.open}>
        Add camera
      </button>
      {isAdding ? <NewCamera onAdded={() => {}} onClose={() => {}} /> : null}
      <button type="button">Elsewhere</button>
    </>
  );
}

const field = (name: string) => screen.getByRole<HTMLInputElement>('textbox', { name });
const press = (name: string) => userEvent.click(screen.getByRole('button', { name }));

async function open(connectionId: string) {
  const main = new PlanMainStandIn();
  Object.assign(window.readerDesk, main.api);
  const drawn = (isInView: boolean) => (
    <CurrentConnectionContext value={{ ...harbor, id: connectionId }}>
      {isInView ? <Plan /> : null}
    </CurrentConnectionContext>
  );
  const { rerender } = render(drawn(true));
  await act(async () => {});
  await press('Add camera');
  return { main, show: (isInView: boolean) => rerender(drawn(isInView)) };
}

it('has what was typed when the view is come back to', async () => {
  const { show } = await open('another view');
  await userEvent.type(field('Name'), 'Lobby ca');
  await userEvent.type(field('Site'), 'Zurich');
  show(false);
  show(true);
  expect([field('Name').value, field('Site').value]).toEqual(['Lobby ca', 'Zurich']);
  await press('Add camera');
  expect(field('Name').value).toBe('Lobby ca');
  expect(document.activeElement).toBe(field('Name'));
});

it('keeps the site for the next camera, and closes where nothing else was typed', async () => {
  const { main } = await open('the next camera');
  await userEvent.type(field('Name'), 'Lobby cam');
  await userEvent.type(field('Site'), 'Zurich{Enter}');
  expect([...main.plan.cameras.values()]).toEqual([{ id: 'camera-1', name: 'Lobby cam', site: 'Zurich' }]);
  expect([field('Name').value, field('Site').value]).toEqual(['', 'Zurich']);
  await press('Elsewhere');
  expect(screen.queryByRole('textbox', { name: 'Name' })).toBeNull();
});
