// What component tests need around them. Imported by tests only.
import { act, configure } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { vi } from 'vitest';

// React Aria's dialogs look up a meta element with CSS.escape, which jsdom does not have.
Object.assign(document.defaultView ?? window, { CSS: { escape: (text: string) => text } });

// A busy machine may take longer than the usual second; a test that passes does not wait for it.
configure({ asyncUtilTimeout: 4_000 });

/** For VoiceOver, React Aria puts the focus on a dialog once more half a second after it has opened. No person is quicker. */
const dialogSettlesMs = 1_000;

/** Draws a dialog and lets that moment pass, so that where the focus goes later is up to what the test does. */
export async function settleDialog(draw: () => void): Promise<void> {
  vi.useFakeTimers();
  draw();
  await act(() => vi.advanceTimersByTimeAsync(dialogSettlesMs));
  vi.useRealTimers();
}

/** Replaces a field's text in one step, as pasting does. */
export async function enter(field: HTMLElement, text: string): Promise<void> {
  await userEvent.clear(field);
  await userEvent.click(field);
  await userEvent.paste(text);
}
