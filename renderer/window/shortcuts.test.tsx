import { cleanup, fireEvent, render } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Command, commandOf, handleKey, handleMenu, leaveCommand, useCommand } from './shortcuts.ts';

const press = (key: string, held: Partial<KeyboardEventInit> = {}) =>
  commandOf({ key, ctrlKey: false, metaKey: false, shiftKey: false, altKey: false, ...held });

describe('commandOf', () => {
  it.each<[string, Partial<KeyboardEventInit>, Command]>([
    ['z', { ctrlKey: true }, 'undo'],
    ['Z', { ctrlKey: true, shiftKey: true }, 'redo'],
    ['y', { ctrlKey: true }, 'redo'],
    ['s', { ctrlKey: true }, 'review'],
    ['f', {}, 'filter'],
    ['n', {}, 'add reader'],
  ])('knows %s with %o as %s', (key, held, command) => {
    expect(press(key, held)).toBe(command);
  });

  it.each<[string, Partial<KeyboardEventInit>]>([
    ['n', { ctrlKey: true }],
    ['N', { shiftKey: true }],
    ['s', {}],
    ['z', { ctrlKey: true, altKey: true }],
  ])('leaves %s with %o alone', (key, held) => {
    expect(press(key, held)).toBeNull();
  });
});

function Page({ command, run, rank }: { command: Command; run: () => void; rank?: 'page' | 'fallback' }) {
  useCommand(command, run, rank);
  return (
    <>
      <button type="button">Somewhere</button>
      <input aria-label="Name" />
    </>
  );
}

describe('a key in the window', () => {
  beforeEach(() => window.addEventListener('keydown', handleKey));
  afterEach(() => {
    window.removeEventListener('keydown', handleKey);
    cleanup();
  });

  it('runs the command of the page in view, as it is now', () => {
    const before = vi.fn();
    const now = vi.fn();
    const { rerender, getByRole } = render(<Page command="add reader" run={before} />);
    rerender(<Page command="add reader" run={now} />);
    fireEvent.keyDown(getByRole('button'), { key: 'n' });
    expect([before.mock.calls.length, now.mock.calls.length]).toEqual([0, 1]);
  });

  it('is text, or the field’s own undo, while a field has the focus', () => {
    const run = vi.fn();
    const { getByRole, rerender } = render(<Page command="add reader" run={run} />);
    fireEvent.keyDown(getByRole('textbox'), { key: 'n' });
    rerender(<Page command="undo" run={run} />);
    fireEvent.keyDown(getByRole('textbox'), { key: 'z', ctrlKey: true });
    expect(run).not.toHaveBeenCalled();
  });

  it('opens the review even out of a field', () => {
    const run = vi.fn();
    const { getByRole } = render(<Page command="review" run={run} />);
    fireEvent.keyDown(getByRole('textbox'), { key: 's', ctrlKey: true });
    expect(run).toHaveBeenCalledOnce();
  });

  it('does nothing behind an open dialog', () => {
    const run = vi.fn();
    const { getByRole } = render(
      <>
        <Page command="undo" run={run} />
        <div role="dialog" aria-label="Add connection" />
      </>,
    );
    fireEvent.keyDown(getByRole('button'), { key: 'z', ctrlKey: true });
    expect(run).not.toHaveBeenCalled();
  });

  it('is the page’s before it is the shell’s, whoever was mounted first', () => {
    const page = vi.fn();
    const shell = vi.fn();
    const { getAllByRole, rerender } = render(
      <>
        <Page command="review" run={page} />
        <Page command="review" run={shell} rank="fallback" />
      </>,
    );
    const key = () => fireEvent.keyDown(getAllByRole('button')[0] as HTMLElement, { key: 's', ctrlKey: true });
    key();
    expect([page.mock.calls.length, shell.mock.calls.length]).toEqual([1, 0]);
    rerender(
      <>
        {null}
        <Page command="review" run={shell} rank="fallback" />
      </>,
    );
    key();
    expect([page.mock.calls.length, shell.mock.calls.length]).toEqual([1, 1]);
  });

  it('stays with the element that has already used it', () => {
    const run = vi.fn();
    const { getByRole } = render(<Page command="add reader" run={run} />);
    getByRole('button').addEventListener('keydown', (event) => event.preventDefault());
    fireEvent.keyDown(getByRole('button'), { key: 'n' });
    expect(run).not.toHaveBeenCalled();
  });
});

describe('the menu', () => {
  afterEach(() => {
    leaveCommand(null);
    cleanup();
  });

  it('reaches the page, whatever key it has', () => {
    const run = vi.fn();
    const unanswered = vi.fn();
    render(<Page command="export" run={run} />);
    handleMenu('export', unanswered);
    expect(run).toHaveBeenCalledOnce();
    expect(unanswered).not.toHaveBeenCalled();
  });

  it('has a command done by the page that is gone to for it, once', () => {
    const run = vi.fn();
    const { rerender } = render(<Page command="filter" run={vi.fn()} />);
    handleMenu('import', leaveCommand);
    rerender(<Page key="readers" command="import" run={run} />);
    rerender(<Page key="readers again" command="import" run={run} />);
    expect(run).toHaveBeenCalledOnce();
  });

  it('leaves nothing for later where the person did something else meanwhile', () => {
    const run = vi.fn();
    const { rerender } = render(<Page command="filter" run={vi.fn()} />);
    handleMenu('import', leaveCommand);
    handleMenu('filter', leaveCommand);
    rerender(<Page key="readers" command="import" run={run} />);
    expect(run).not.toHaveBeenCalled();
  });

  it('does nothing behind an open dialog', () => {
    const unanswered = vi.fn();
    render(<div role="dialog" aria-label="Add connection" />);
    handleMenu('import', unanswered);
    expect(unanswered).not.toHaveBeenCalled();
  });
});
