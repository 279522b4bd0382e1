import { act, cleanup, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, it, vi } from 'vitest';
import { useReaderList } from '../draft/use-reader-list.ts';
import { showReaders } from '../testing/fake-page.tsx';
import { useIsLineOpen } from '../ui/new-line.ts';
import { NewReader } from './NewReader.tsx';
import { useReadersCommands } from './use-readers-commands.ts';
import '../testing/component-test.ts';

vi.hoisted(() => Object.assign(window, { readerDesk: {} }));

afterEach(cleanup);

function Page() {
  const commands = useReadersCommands();
  const isAdding = useIsLineOpen(useReaderList().list.newLine);
  return (
    <>
      {isAdding ? <NewReader onLeave={() => {}} /> : null}
      <button type="button" onClick={commands.review}>
        Review
      </button>
    </>
  );
}

const field = (name: string) => screen.getByRole<HTMLInputElement>('textbox', { name });

it('has what was typed when the page is come back to', async () => {
  const { list, show } = await showReaders(<Page />, 'another page');
  act(() => list.newLine.open());
  await userEvent.type(field('ID'), 'G5');
  await userEvent.type(field('Name'), 'North ga');
  show(<p>Another page</p>);
  expect(screen.queryByRole('textbox')).toBeNull();
  show(<Page />);
  expect([field('ID').value, field('Name').value]).toEqual(['G5', 'North ga']);
});

it('holds the review up for a reader without an ID, and lets it go once that is there', async () => {
  const { list, session, pages } = await showReaders(<Page />, 'review');
  act(() => list.newLine.open());
  await userEvent.type(field('Name'), 'North gate');
  await userEvent.click(screen.getByRole('button', { name: 'Review' }));
  expect(pages).toEqual([]);
  await userEvent.type(field('ID'), 'G5');
  await userEvent.click(screen.getByRole('button', { name: 'Review' }));
  expect(pages).toEqual(['review']);
  const state = session.state();
  expect(state.kind === 'open' && state.draft.rows.at(4)?.mine).toEqual({ id: 'G5', name: 'North gate' });
});

it('takes the keyboard again when it is asked for while it is open', async () => {
  const { list } = await showReaders(<Page />, 'readers');
  act(() => list.newLine.open());
  await userEvent.type(field('ID'), 'G5');
  screen.getByRole('button', { name: 'Review' }).focus();
  act(() => list.newLine.open());
  expect(document.activeElement).toBe(field('ID'));
  expect(field('ID').value).toBe('G5');
});

it('refuses an ID of the list in place, with what was typed', async () => {
  const { list, session } = await showReaders(<Page />, 'taken ID');
  act(() => list.newLine.open());
  const state = session.state();
  const taken = state.kind === 'open' ? (state.draft.rows.at(0)?.mine?.id ?? '') : '';
  await userEvent.type(field('ID'), `${taken}{Enter}`);
  expect(field('ID').value).toBe(taken);
  expect(screen.getByRole('status').textContent).toMatch(/^Another reader has the ID/);
  const after = session.state();
  expect(after.kind === 'open' && after.draft.undo).toEqual([]);
});
