// @vitest-environment jsdom

import { afterEach, beforeEach, expect, it } from 'vitest';
import { emptyDraft, rebase } from '../../core/draft/draft.ts';
import { DraftSession } from '../draft/draft-session.ts';
import { ReaderList } from '../draft/reader-list.ts';
import { selectAll, toggleRow } from '../grid/selection.ts';
import { MainStandIn, reader } from '../testing/fake-main.ts';
import { copyReaders } from './copy-readers.ts';

/** A page with a grid, a button and a field, and three readers in the list. */
async function page() {
  document.body.innerHTML = `
    <p>Read at 19:00</p><button>Export</button><input aria-label="Filter">
    <div role="grid"><div role="gridcell" tabindex="0">Lobby</div></div>`;
  const main = new MainStandIn();
  main.remote = [reader('00123', 'Lobby'), reader('00124', 'Roof'), reader('00125', 'Dock')];
  main.draft = rebase(emptyDraft, { readers: main.remote, readAt: '2026-11-22T19:00:00.000Z' });
  const session = new DraftSession(main.api, 'campus', () => {});
  await session.settled();
  const list = new ReaderList(session);
  const find = (selector: string) => document.querySelector<HTMLElement>(selector);
  give = (event) => copyReaders(event, session, list, find('[role="grid"]'));
  document.addEventListener('copy', give);
  return { list, find };
}

let give: (event: ClipboardEvent) => void = () => {};

beforeEach(() => document.getSelection()?.removeAllRanges());
afterEach(() => document.removeEventListener('copy', give));

/** What the copy key puts on the clipboard with the focus on an element; null where the browser does as usual. */
function copyAt(element: HTMLElement | null): string | null {
  element?.focus();
  const copied: string[] = [];
  const event = new Event('copy', { bubbles: true, cancelable: true });
  Object.assign(event, { clipboardData: { setData: (_type: string, text: string) => copied.push(text) } });
  (element ?? document.body).dispatchEvent(event);
  expect(event.defaultPrevented).toBe(copied.length > 0);
  return copied[0] ?? null;
}

it('copies the selection as it is listed, wherever on the page the focus is', async () => {
  const { list, find } = await page();
  list.select(toggleRow(selectAll(list.state().order), 1));
  const text = '00123\tLobby\r\n00125\tDock\r\n';
  expect([copyAt(find('button')), copyAt(null), copyAt(find('[role="gridcell"]'))]).toEqual([text, text, text]);
});

it('copies the reader the keyboard is on only while it is in the grid', async () => {
  const { list, find } = await page();
  list.moveTo({ index: 1, column: 2 });
  expect(copyAt(find('[role="gridcell"]'))).toBe('00124\tRoof\r\n');
  expect(copyAt(find('button'))).toBeNull();
});

it('leaves a field and marked text their own copy', async () => {
  const { list, find } = await page();
  list.select(selectAll(list.state().order));
  expect(copyAt(find('input'))).toBeNull();
  const marked = find('p');
  if (marked) document.getSelection()?.selectAllChildren(marked);
  expect(document.getSelection()?.toString()).toBe('Read at 19:00');
  expect(copyAt(null)).toBeNull();
});

it('does nothing behind an open dialog', async () => {
  const { list, find } = await page();
  list.select(selectAll(list.state().order));
  document.body.insertAdjacentHTML('beforeend', '<div role="dialog"></div>');
  expect(copyAt(find('button'))).toBeNull();
});
