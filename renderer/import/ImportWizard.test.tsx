import { cleanup, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ImportTable } from '../../core/import/import-table.ts';
import { fail, ok } from '../../core/result.ts';
import { enter } from '../testing/component-test.ts';
import { importStandIn, nothingFound, panels, twoAdded } from '../testing/fake-import-main.ts';
import { ImportWizard } from './ImportWizard.tsx';

vi.hoisted(() => Object.assign(window, { readerDesk: {} }));

// jsdom lays nothing out, and a table without a height has no rows in view.
beforeEach(() => {
  vi.spyOn(Element.prototype, 'clientHeight', 'get').mockReturnValue(400);
  vi.spyOn(Element.prototype, 'clientWidth', 'get').mockReturnValue(800);
});

afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

async function open(main = importStandIn()) {
  render(<ImportWizard session={main.session} />);
  await main.session.choose();
  await screen.findByRole('dialog', { name: 'Import readers' });
  return main;
}

const press = (name: string) => userEvent.click(screen.getByRole('button', { name }));
const choice = (name: string) => screen.getByRole<HTMLSelectElement>('combobox', { name });
const row = (text: string) => screen.getByRole('row', { name: new RegExp(text) });

describe('the file', () => {
  it('is shown as it was read, and read again as the person says', async () => {
    const { read } = await open();
    expect(screen.getByText('panels.csv')).toBeDefined();
    expect(choice('Encoding').selectedOptions[0]?.text).toBe('Windows-1252 (detected)');
    expect(screen.getByText('1 line was blank and skipped.')).toBeDefined();
    await userEvent.selectOptions(choice('Delimiter'), 'Comma');
    const options = { encoding: null, delimiter: ',', quotes: null, sheet: null, list: null, headerLine: null };
    expect(read).toHaveBeenLastCalledWith({ connectionId: 'harbor', options });
  });

  it('has its header line marked; a click on another line makes that one the header', async () => {
    const { read } = await open();
    const header = screen.getByRole('button', { name: 'Line 2 is the header line' });
    expect(header.getAttribute('aria-pressed')).toBe('true');
    await press('Line 3 is the header line');
    expect(read.mock.lastCall?.[0].options.headerLine).toBe(3);
    await press('Line 2 is the header line');
    expect(read.mock.lastCall?.[0].options.headerLine).toBe(0);
  });

  it('can have its header line further down than what is shown, by the number of the line', async () => {
    const cells = (line: number) => [`Note ${line}`];
    const lines = (from: number) =>
      Array.from({ length: 50 }, (_, at) => ({ line: from + at, cells: cells(from + at) }));
    const long: ImportTable = { ...panels, firstLines: lines(1), lastLine: 1_234 };
    const main = importStandIn();
    main.choose.mockResolvedValue(ok({ kind: 'opened', table: long }));
    main.read.mockResolvedValue(
      ok({ ...long, readAs: { ...long.readAs, headerLine: 1_000 }, linesAroundHeader: lines(990) }),
    );
    await open(main);
    await userEvent.selectOptions(choice('Header line'), 'Another line…');
    const number = screen.getByRole<HTMLInputElement>('textbox', { name: 'Line number' });
    expect(document.activeElement).toBe(number);
    await enter(number, '1,235');
    await press('Use this line');
    expect(screen.getByText('The file has no line 1,235. Type a whole number from 1 to 1,234.')).toBeDefined();
    expect(main.read).not.toHaveBeenCalled();
    await enter(number, '1,000');
    await userEvent.keyboard('{Enter}');
    expect(main.read.mock.lastCall?.[0].options.headerLine).toBe(1_000);
    expect(screen.queryByText(/The file has no line/)).toBeNull();
    const header = await screen.findByRole('button', { name: 'Line 1000 is the header line' });
    expect(header.getAttribute('aria-pressed')).toBe('true');
    expect(screen.getByRole('table', { name: 'Lines around the header line' })).toBeDefined();
    expect([choice('Header line').selectedOptions[0]?.text, number.value]).toEqual(['Another line…', '1000']);
    await press('Line 1001 is the header line');
    expect(main.read.mock.lastCall?.[0].options.headerLine).toBe(1_001);
    await userEvent.selectOptions(choice('Header line'), 'Line 7');
    expect(screen.queryByRole('textbox', { name: 'Line number' })).toBeNull();
  });

  it('asks for no line number where every line is in view', async () => {
    await open();
    expect([...choice('Header line').options].map(({ text }) => text)).not.toContain('Another line…');
  });

  it('that cannot be read leaves its reason and another choice', async () => {
    const main = importStandIn();
    main.choose.mockResolvedValueOnce(
      fail({ code: 'invalid-input', message: 'It is a picture.', next: 'Choose a list.' }),
    );
    await open(main);
    expect(screen.getByRole('alert').textContent).toContain('It is a picture.');
    await press('Choose another file');
    expect(await screen.findByText('panels.csv')).toBeDefined();
  });
});

describe('the columns', () => {
  it('can be joined, with what that comes to in the first rows', async () => {
    const { session } = await open();
    await press('Next');
    expect(screen.getByText(/^Guessed/)).toBeDefined();
    expect(screen.getByText(/Ignored: PanelID, Etage/)).toBeDefined();
    await userEvent.selectOptions(choice('ID column'), 'PanelID');
    await userEvent.selectOptions(choice('Join ID with'), 'ReaderID');
    expect(row('7-1').textContent).toContain('Tür Nord');
    await enter(screen.getByRole('textbox', { name: 'ID separator' }), '/');
    expect(row('7/2').textContent).toContain('no name');
    expect(session.state().mapping?.id).toEqual({ columns: [0, 1], separator: '/' });
  });

  it('have to include one for the ID', async () => {
    const { compare } = await open();
    await press('Next');
    await userEvent.selectOptions(choice('ID column'), 'Choose a column');
    await press('Next');
    expect(screen.getByRole('button', { name: 'Next' }).getAttribute('aria-disabled')).toBe('true');
    expect(compare).not.toHaveBeenCalled();
  });
});

async function openCompared(comparison = twoAdded) {
  const main = importStandIn();
  main.compare.mockResolvedValue(ok(comparison));
  await open(main);
  await press('Next');
  await press('Next');
  await screen.findByRole('tablist');
  return main;
}

describe('the comparison', () => {
  it('counts every kind, and says what replacing removes', async () => {
    await openCompared();
    expect(screen.getAllByRole('tab').map(({ textContent }) => textContent)).toEqual([
      '2 added',
      '0 renamed',
      '1 not in the file',
    ]);
    const replace = screen.getByRole<HTMLInputElement>('radio', { name: 'Replace the list' });
    expect(replace.checked).toBe(false);
    await userEvent.click(replace);
    await press('Next');
    expect(screen.getByRole('button', { name: 'Replace the list: remove 1' })).toBeDefined();
    expect(screen.getByText('1 reader that is not in the file is removed.')).toBeDefined();
  });

  it('with errors goes on only without those rows', async () => {
    const errors = {
      total: 1,
      first: [{ line: 4, code: 'id repeats', id: '7', name: 'Tür Ost', otherLine: 3 }],
    } as const;
    await openCompared({ ...twoAdded, errors });
    expect(row('Tür Ost').textContent).toContain('Line 3 has the same ID with another name.');
    expect(screen.getByRole('button', { name: 'Next' }).getAttribute('aria-disabled')).toBe('true');
    await userEvent.click(screen.getByRole('checkbox', { name: /Import the other rows without this 1/ }));
    await press('Next');
    await press('Import 2 readers');
  });

  it('repairs damaged IDs one by one or all at once', async () => {
    const repair = (line: number) => ({
      line,
      damage: 'lost leading zeros' as const,
      found: String(line),
      proposed: `000${line}`,
      name: 'Door',
      knownName: 'Door',
    });
    const repairs = { total: 2, first: [repair(3), repair(4)], lines: [3, 4] };
    const { session } = await openCompared({ ...nothingFound, repairs, added: twoAdded.added });
    await userEvent.click(screen.getByRole('checkbox', { name: 'Repair line 4: 4 becomes 0004' }));
    expect(session.state().choices.repairs).toEqual([4]);
    await userEvent.click(screen.getByRole('checkbox', { name: /Repair all 2 IDs/ }));
    expect(session.state().choices.repairs).toEqual([3, 4]);
  });

  it('of a list that has all of it already leads nowhere', async () => {
    await openCompared(nothingFound);
    expect(screen.getByRole('status').textContent).toContain('Nothing to change');
    expect(screen.getByRole('button', { name: 'Next' }).getAttribute('aria-disabled')).toBe('true');
  });
});

it('imports with one press, whichever is pressed twice', async () => {
  const { apply, end } = await openCompared();
  await press('Next');
  expect(within(screen.getByRole('table', { name: 'What will change' })).getAllByText('Added')).toHaveLength(2);
  await userEvent.dblClick(screen.getByRole('button', { name: 'Import 2 readers' }));
  expect(apply).toHaveBeenCalledOnce();
  expect(end).toHaveBeenCalledOnce();
});

it('Escape gives it up at any step', async () => {
  const { cancel, end } = await openCompared();
  await userEvent.keyboard('{Escape}');
  expect(cancel).toHaveBeenCalledOnce();
  expect(end).toHaveBeenCalledExactlyOnceWith(null);
});

it('shows how far a comparison has come, and takes no second press of Next', async () => {
  const main = await open();
  main.compare.mockReturnValue(new Promise(() => {}));
  await press('Next');
  await press('Next');
  main.progress('comparing', 40, 100);
  const bar = await screen.findByRole<HTMLProgressElement>('progressbar');
  expect([bar.value, bar.max]).toEqual([40, 100]);
  await press('Next');
  expect(main.compare).toHaveBeenCalledOnce();
});
