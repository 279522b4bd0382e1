import { act, cleanup, render } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import type { Events } from '../../core/ipc/contract.ts';
import type { PushState } from '../../core/push/push-state.ts';
import { noChanges } from '../../core/readers/change.ts';
import { ok } from '../../core/result.ts';
import { harbor } from '../testing/fake-connection.ts';
import { currentToasts, toast } from '../ui/toast.ts';
import { CurrentConnectionContext } from '../window/current-connection.ts';
import { NavigationContext, type Page } from '../window/navigation.ts';
import { PushEndNews } from './PushEndNews.tsx';
import { pushes, usePush } from './use-push.ts';
import '../testing/component-test.ts';

const main = vi.hoisted(() => {
  const heard: { tell: (payload: Events['pushState']) => void } = { tell: () => {} };
  const push = { start: vi.fn(), state: vi.fn() };
  const on = {
    pushState: (listener: typeof heard.tell) => {
      heard.tell = listener;
      return () => {};
    },
  };
  Object.assign(window, { readerDesk: { push, on } });
  return { ...push, enter: (state: PushState) => heard.tell({ connectionId: 'harbor', state }) };
});

afterEach(() => {
  cleanup();
  for (const { id } of currentToasts()) toast.dismiss(id);
});

const stored: PushState = { kind: 'stored', at: '2026-01-05T09:01:00.000Z', readers: 5, counts: noChanges };

function Review() {
  usePush();
  return null;
}

/** A push that was begun on Review, with another page in view since then. */
async function leftAlone() {
  main.start.mockResolvedValue(ok(undefined));
  await pushes.start(harbor.id, { seq: 7, baseReadAt: null }, '', '');
  main.enter({ kind: 'reading remote' });
  const navigate = vi.fn();
  const drawn = (page: Page) => (
    <NavigationContext value={{ page, connectionId: harbor.id, navigate, open: () => {} }}>
      <CurrentConnectionContext value={harbor}>
        {page === 'review' ? <Review /> : <PushEndNews />}
      </CurrentConnectionContext>
    </NavigationContext>
  );
  let view = render(drawn('readers'));
  const again = () => {
    view.unmount();
    view = render(drawn('readers'));
  };
  return { navigate, again, show: (page: Page) => view.rerender(drawn(page)) };
}

it('tells the good end once, whichever pages come after it', async () => {
  const { again } = await leftAlone();
  expect(currentToasts()).toEqual([]);
  act(() => main.enter(stored));
  expect(currentToasts().map(({ kind, text }) => [kind, text])).toEqual([['news', 'Camio now holds 5 readers.']]);
  for (const { id } of currentToasts()) toast.dismiss(id);
  again();
  expect(currentToasts()).toEqual([]);
});

it('tells a refusal with its reason, and leads to Review', async () => {
  const { navigate } = await leftAlone();
  const error = {
    code: 'unauthorized',
    message: 'Camio does not accept the token.',
    next: 'Replace the token.',
  } as const;
  act(() => main.enter({ kind: 'refused', error }));
  const [told] = currentToasts();
  expect(told).toMatchObject({ kind: 'failure', text: error.message });
  told?.action?.run();
  expect(navigate).toHaveBeenCalledWith('review');
});

it('says nothing of an end that was on Review when that was left', async () => {
  const { show } = await leftAlone();
  show('review');
  act(() => main.enter({ ...stored }));
  show('readers');
  expect(currentToasts()).toEqual([]);
});

it('says nothing of what the person cancelled', async () => {
  await leftAlone();
  act(() => main.enter({ kind: 'cancelled' }));
  expect(currentToasts()).toEqual([]);
});
