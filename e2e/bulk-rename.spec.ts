import { byKeyboard } from './fixtures/by-keyboard.ts';
import { connect, expect, test } from './fixtures/desk-test.ts';
import { startFakeCamio } from './fixtures/fake-camio.ts';

const catastrophicName = `${'a'.repeat(40)}!`;

test('text is found and replaced in the readers selected, after a look at every new name, and undone in one step', async ({
  connected,
}) => {
  const { desk, readers } = connected;
  await readers.select('00123');
  await readers.select('00124');
  const bulk = await readers.bulkRename();
  await expect(bulk.amounts).toHaveText('0 readers will be renamed · 2 unchanged');
  await expect(bulk.renameButton).toBeDisabled();
  await bulk.fill('Find', 'lobby');
  await expect(bulk.amounts).toHaveText('2 readers will be renamed · 2 with an extra space');
  await bulk.fill('Replace with', 'Foyer');
  await expect(bulk.amounts).toHaveText('2 readers will be renamed');
  await expect(bulk.newName('00124')).toContainText('Foyer North Turnstile');
  await bulk.rename();
  await expect(bulk.dialog).toBeHidden();
  await expect(readers.row('00123')).toContainText('Foyer North');
  await expect(desk.window.getByText('2 readers renamed.')).toBeVisible();
  await expect(desk.saved).toBeVisible();
  await readers.press('Undo');
  await expect(readers.row('00123')).not.toContainText('Foyer');
  await expect(readers.row('00124')).not.toContainText('Foyer');
});

test('names that clash, or are none, are said before anything is done', async ({ connected }) => {
  const { readers } = connected;
  const bulk = await readers.bulkRename();
  await bulk.tick('Regular expression');
  await bulk.fill('Find', '^(Lobby North).*$');
  await bulk.fill('Replace with', '$1');
  await expect(bulk.amounts).toContainText('1 reader will be renamed');
  await expect(bulk.amounts).toContainText('1 with a name another reader has too');
  await expect(bulk.newName('00124')).toContainText('Shared name');
  await bulk.fill('Replace with', '');
  await expect(bulk.amounts).toContainText('2 cannot be renamed like this');
  await expect(bulk.renameButton).toBeDisabled();
  await bulk.fill('Find', '(');
  await expect(bulk.dialog).toContainText('This is not a regular expression: unterminated group.');
});

test('a catastrophic pattern is ended with a sentence while the window goes on working', async ({ start }) => {
  const camio = await startFakeCamio([
    { id: '1', name: catastrophicName },
    { id: '2', name: 'Roof' },
  ]);
  const { desk } = await start();
  const readers = await connect(desk, camio);
  const bulk = await readers.bulkRename();
  await bulk.tick('Regular expression');
  await bulk.fill('Find', '^(a+)+$');
  await bulk.fill('Replace with', 'typed meanwhile');
  await expect(bulk.dialog).toContainText('This pattern takes too long: 2 names were not done after 2 seconds.');
  await bulk.fill('Find', '^R(.*)');
  await bulk.fill('Replace with', 'Fl$1');
  await expect(bulk.newName('2')).toContainText('Floof');
  await camio.close();
});

test('the other rules: template, number, case, text before and after, on what the filter shows', async ({
  connected,
}) => {
  const { readers } = connected;
  await readers.filter.fill('lobby north');
  const bulk = await readers.bulkRename();
  await bulk.chooseRule('Build from a template');
  await bulk.fill('Template', 'HQ/{name} {n:00}');
  await expect(bulk.amounts).toHaveText('2 readers will be renamed');
  await expect(bulk.newName('00124')).toContainText('HQ/Lobby North Turnstile 02');
  await bulk.fill('Template', '{site} – {name}');
  await expect(bulk.amounts).toHaveText('0 readers will be renamed · 2 cannot be renamed like this');
  await expect(bulk.newName('00124')).toContainText('Part missing');
  await bulk.fill('Template', '{nam}');
  await expect(bulk.dialog).toContainText('There is no field {nam}.');
  await bulk.chooseReaders('5 in the whole list');
  await bulk.chooseRule('Number in order');
  await bulk.fill('Start at', '10');
  await expect(bulk.newName('00123')).toContainText('Lobby North 10');
  await bulk.fill('Step', 'x');
  await expect(bulk.dialog).toContainText('“Step” is not a number that can be counted with.');
  await bulk.chooseRule('Change upper and lower case');
  await bulk.chooseLetters('ALL UPPER CASE');
  await expect(bulk.newName('00123')).toContainText('LOBBY NORTH');
  await bulk.chooseRule('Add text before or after');
  await bulk.fill('After the name', ' (HQ)');
  await bulk.rename();
  await readers.filter.fill('');
  await expect(readers.row('00125')).toContainText('Turnstile 2 (HQ)');
});

test('works by keyboard alone', async ({ connected }) => {
  const { desk, readers } = connected;
  const { keyboard } = desk.window;
  const bulk = await readers.bulkRename();
  await expect(bulk.dialog.getByRole('textbox', { name: 'Find' })).toBeFocused();
  await keyboard.type('Turnstile');
  await keyboard.press('Tab');
  await keyboard.type('Gate');
  await expect(bulk.amounts).toContainText('2 readers will be renamed');
  await keyboard.press('Shift+Tab');
  await keyboard.press('Shift+Tab');
  await expect(bulk.dialog.getByRole('combobox', { name: 'What to do' })).toBeFocused();
  await byKeyboard(desk.window).reach(bulk.renameButton);
  await keyboard.press('Enter');
  await expect(readers.row('00125')).toContainText('Gate 2');
  await expect(desk.window.getByRole('button', { name: 'Bulk rename' })).toBeFocused();
});
