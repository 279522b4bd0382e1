import { useSyncExternalStore } from 'react';
import { keptByConnection } from '../sessions/connection-sessions.ts';
import type { Chance, EventForm } from './event-form.ts';

/** Where a unique label of this moment comes from. */
export const chanceNow = (): Chance => ({ nowMs: Date.now(), random: Math.random });

/** What was typed, by connection: it outlives the page, and so does an event that is being sent from it. */
const forms = new Map<string, EventForm>();
keptByConnection({ forget: (connectionId) => void forms.delete(connectionId) });
const listeners = new Set<() => void>();

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function formOf(connectionId: string, begin: () => EventForm): EventForm {
  const form = forms.get(connectionId) ?? begin();
  forms.set(connectionId, form);
  return form;
}

/** Changes the form of a connection, if it has been begun. */
export function changeEventForm(connectionId: string, next: (form: EventForm) => EventForm): void {
  const form = forms.get(connectionId);
  if (!form) return;
  forms.set(connectionId, next(form));
  for (const listener of listeners) listener();
}

/** The form of a connection, as it was left or newly begun, and the function that changes it. */
export function useEventForm(
  connectionId: string,
  begin: () => EventForm,
): readonly [form: EventForm, change: (next: (form: EventForm) => EventForm) => void] {
  const form = useSyncExternalStore(subscribe, () => formOf(connectionId, begin));
  const change = (next: (form: EventForm) => EventForm) => {
    formOf(connectionId, begin);
    changeEventForm(connectionId, next);
  };
  return [form, change];
}
