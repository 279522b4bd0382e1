// What component tests need around them. Imported by tests only.
import { configure } from '@testing-library/react';
import userEvent from '@testing-library/user-event';

// React Aria's dialogs look up a meta element with CSS.escape, which jsdom does not have.
Object.assign(document.defaultView ?? window, { CSS: { escape: (text: string) => text } });

// A busy machine may take longer than the usual second; a test that passes does not wait for it.
configure({ asyncUtilTimeout: 4_000 });

/** Replaces a field's text in one step, as pasting does. */
export async function enter(field: HTMLElement, text: string): Promise<void> {
  await userEvent.clear(field);
  await userEvent.click(field);
  await userEvent.paste(text);
}
