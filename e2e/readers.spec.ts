import { campusReaders } from '../core/simulator/campus.ts';
import { connect, expect, test } from './fixtures/desk-test.ts';
import { startFakeCamio } from './fixtures/fake-camio.ts';

test('undo and redo walk through renames, additions and removals; a removed reader can be kept', async ({
  connected,
}) => {
  const { readers } = connected;
  await readers.rename('00124', 'Turnstile 1');
  await readers.addReader('00200', 'Annex');
  await readers.delete('00127');
  await expect(readers.row('00127')).toContainText('Removed');
  await readers.row('00127').getByRole('button', { name: 'Keep reader' }).click();
  await expect(readers.row('00127')).not.toContainText('Removed');

  for (const _ of ['keep', 'delete', 'add', 'rename']) await readers.press('Undo');
  await expect(readers.row('00200')).toBeHidden();
  await expect(readers.row('00124')).toContainText('Lobby North Turnstile');
  for (const _ of ['rename', 'add']) await readers.press('Redo');
  await expect(readers.row('00200')).toContainText('Added');
  await expect(readers.row('00124')).toContainText('Renamed');
});

test('the grid works by keyboard: filter, new reader, rename, delete, undo', async ({ connected }) => {
  const { desk, readers } = connected;
  const { keyboard } = desk.window;
  await readers.nameCell('00123').click();
  await keyboard.press('f');
  await expect(readers.filter).toBeFocused();
  await keyboard.type('dock');
  await expect(readers.row('00126')).toBeVisible();
  await expect(readers.row('00123')).toBeHidden();
  await keyboard.press('Escape');
  await expect(readers.row('00123')).toBeVisible();

  await readers.nameCell('00123').click();
  await keyboard.press('F2');
  await keyboard.press('End');
  await keyboard.type(' A');
  await keyboard.press('Escape');
  await expect(readers.row('00123').getByText('Renamed')).toBeHidden();
  await keyboard.press('Enter');
  await keyboard.press('End');
  await keyboard.type(' B');
  await keyboard.press('Enter');
  await expect(readers.row('00123')).toContainText('Lobby North B');
  await readers.nameCell('00125').click();
  await keyboard.press('Delete');
  await expect(readers.row('00125')).toContainText('Removed');
  await keyboard.press('ControlOrMeta+z');
  await expect(readers.row('00125')).not.toContainText('Removed');

  // As in a window of 900 × 600 at 200 % zoom.
  await desk.window.setViewportSize({ width: 450, height: 300 });
  await keyboard.press('End');
  await expect(readers.checkCell('00125')).toBeFocused();
  await expect(readers.checkCell('00125')).toBeInViewport({ ratio: 1 });
});

test('only the rows in view are in the page, with 5,000 readers', async ({ start }) => {
  const camio = await startFakeCamio(campusReaders(5000));
  const { desk } = await start();
  const readers = await connect(desk, camio);
  await expect(readers.grid).toHaveAttribute('aria-rowcount', '5001');
  expect(await readers.grid.getByRole('row').count()).toBeLessThan(80);
  await readers.filter.fill('zurich stairwell b');
  await expect(desk.window.getByText(/ of 5,000 shown/)).toBeVisible();
  await camio.close();
});
