import { act, cleanup, renderHook } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { forgetConnection } from '../sessions/connection-sessions.ts';
import { emptyForm } from './event-form.ts';
import { useEventForm } from './use-event-form.ts';

afterEach(() => {
  cleanup();
  forgetConnection('practice');
});

const begin = () => emptyForm([], 'Europe/Berlin', { nowMs: 0, random: () => 0.5 });

/** The page is shown, typed into and left. */
function typeActor(actorName: string): void {
  const { result, unmount } = renderHook(() => useEventForm('practice', begin));
  act(() => result.current[1]((form) => ({ ...form, actorName })));
  unmount();
}

const shownActor = () => renderHook(() => useEventForm('practice', begin)).result.current[0].actorName;

it('is as it was left', () => {
  typeActor('Ada Guard');
  expect(shownActor()).toBe('Ada Guard');
});

it('begins anew for a connection that has the id of a deleted one', () => {
  typeActor('Ada Guard');
  forgetConnection('practice');
  expect(shownActor()).toBe('');
});
