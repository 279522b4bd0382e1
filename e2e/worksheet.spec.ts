import { readFile } from 'node:fs/promises';
import { connect, connectionName, expect, type RunningDesk, test } from './fixtures/desk-test.ts';
import type { CameraPlanPage } from './pages/camera-plan-page.ts';
import { ConnectionsPage } from './pages/connections-page.ts';
import { ReviewPage } from './pages/review-page.ts';

/** The worksheet of two cameras with a reader each, and one that sees none. */
async function worksheet({ desk }: RunningDesk): Promise<CameraPlanPage> {
  const plan = await desk.goToCameraPlan();
  await plan.addCameras('Roof Cam', 'Dock Cam 10', 'Dock Cam 2');
  await plan.toggleReaders('Dock Cam 10', 'Loading Dock', 'Lobby North');
  await plan.toggleReaders('Dock Cam 2', 'Turnstile 2');
  await plan.showWorksheet();
  await expect(plan.line('Dock Cam 10')).toBeVisible();
  return plan;
}

test('ticks and progress outlive the end of the app', async ({ start, camio }) => {
  const app = await start();
  await connect(app.desk, camio);
  const first = await worksheet(app);
  await expect(first.worksheet.getByRole('listitem')).toHaveText([
    /Dock Cam 2.*Turnstile 2/,
    /Dock Cam 10.*Loading Dock.*Lobby North/,
  ]);
  await first.tick('Dock Cam 2');
  await expect(first.coverage('1 of 2 cameras done')).toBeVisible();
  await expect(app.desk.status).toContainText('Worksheet: 1 of 2 cameras done');
  await app.kill();

  const again = await start({ userDataDir: app.userDataDir });
  await new ConnectionsPage(again.desk).open(connectionName);
  const plan = await again.desk.goToCameraPlan();
  await plan.showWorksheet();
  await expect(plan.done('Dock Cam 2')).toBeChecked();
  await expect(plan.done('Dock Cam 10')).not.toBeChecked();
  await plan.tick('Dock Cam 10');
  await plan.finish();
});

test('after a finished round only what changed is shown, readers to clear by hand included', async ({
  connected,
  camio,
}) => {
  const plan = await worksheet(connected);
  await plan.tick('Dock Cam 2');
  await plan.tick('Dock Cam 10');
  await plan.finish();
  await plan.press('Show all cameras');
  await expect(plan.worksheet.getByRole('listitem')).toHaveCount(3);
  await plan.press('Show all cameras');

  // A reader leaves the list: it is a ghost, and has to be cleared in Camio by hand.
  const readers = await connected.desk.goToReaders();
  await readers.delete('00126');
  await (await readers.review()).push();
  await expect.poll(camio.ids).not.toContain('00126');
  await connected.desk.goToCameraPlan();
  await expect(plan.ghosts.getByRole('listitem')).toContainText('Camio still has it on Dock Cam 10.');
  await plan.showWorksheet();
  await expect(plan.worksheet.getByRole('listitem')).toHaveCount(1);
  await expect(plan.line('Dock Cam 10')).toContainText('Clear: Loading Dock');
  await plan.tick('Dock Cam 10');
  await plan.finish();
  await plan.showPlan();
  await expect(plan.ghosts.getByRole('listitem')).not.toContainText('Camio still has it');
});

test('a tick no longer counts once its camera is planned otherwise, and leftovers are on the next worksheet', async ({
  connected,
}) => {
  const plan = await worksheet(connected);
  await plan.tick('Dock Cam 2');
  await plan.showPlan();
  await plan.toggleReaders('Dock Cam 2', 'Roof Hatch');
  await plan.showWorksheet();
  await expect(plan.done('Dock Cam 2')).not.toBeChecked();
  await plan.tick('Dock Cam 2');
  await plan.press('Finish worksheet');
  await expect(connected.desk.window.getByRole('alertdialog')).toContainText('1 camera is not ticked');
  await connected.desk.window.getByRole('alertdialog').getByRole('button', { name: 'Finish worksheet' }).click();
  await expect(plan.worksheet.getByRole('listitem')).toHaveCount(1);
  await expect(plan.line('Dock Cam 10')).toBeVisible();
});

test('a deleted camera is on the worksheet until its row is cleared', async ({ connected }) => {
  const plan = await worksheet(connected);
  await plan.tick('Dock Cam 2');
  await plan.tick('Dock Cam 10');
  await plan.finish();
  await plan.showPlan();
  await plan.select('Dock Cam 2');
  await plan.press('Delete');
  await plan.showWorksheet();
  await expect(plan.line('Dock Cam 2')).toContainText('Clear: Turnstile 2');
  await plan.tick('Dock Cam 2');
  await plan.finish();
});

test('a reader that was not pushed yet waits on the worksheet, and is to be chosen after the push', async ({
  connected,
  camio,
}) => {
  const { desk } = connected;
  const list = await desk.goToReaders();
  await list.addReader('00199', 'Annex Door');
  await list.rename('00127', 'Helipad Hatch');
  const plan = await desk.goToCameraPlan();
  await plan.addCameras('Annex Cam', 'Roof Cam');
  await plan.toggleReaders('Annex Cam', 'Annex Door');
  await plan.toggleReaders('Roof Cam', 'Annex Door', 'Helipad Hatch');
  await plan.showWorksheet();
  await expect(plan.waiting).toContainText('1 reader is not in Camio yet');
  await expect(plan.line('Roof Cam')).toContainText('in Camio still Roof Hatch');
  await expect(plan.line('Roof Cam')).toContainText('Annex Doornot in Camio yet');
  // There is nothing to choose in its row yet, so nothing to tick.
  await expect(plan.done('Annex Cam')).toBeHidden();
  await plan.tick('Roof Cam');
  await expect(plan.coverage('1 of 1 camera done')).toBeVisible();

  await plan.press('Review and push');
  await new ReviewPage(desk).push();
  await expect.poll(camio.ids).toContain('00199');
  await desk.goToCameraPlan();
  await plan.showWorksheet();
  await expect(plan.waiting).toBeHidden();
  await expect(plan.line('Annex Cam')).toContainText('Annex Doornew');
  await expect(plan.done('Roof Cam')).not.toBeChecked();
});

test('exports what is to be done as CSV', async ({ connected }, info) => {
  const plan = await worksheet(connected);
  const path = info.outputPath('worksheet.csv');
  await connected.nextSaveDialog(path);
  await plan.export('Changes as CSV');
  await expect(connected.desk.window.getByText(`Worksheet of 2 cameras saved to ${path}`)).toBeVisible();
  const text = await readFile(path, 'utf8');
  expect(text).toContain('Dock Cam 2');
  expect(text).toContain('Turnstile 2');
  expect(text.indexOf('Dock Cam 2')).toBeLessThan(text.indexOf('Dock Cam 10'));
  expect(text).not.toContain('Roof Cam');

  const all = info.outputPath('all.csv');
  await connected.nextSaveDialog(all);
  await plan.export('All cameras as CSV');
  await expect(connected.desk.window.getByText(`Worksheet of 3 cameras saved to ${all}`)).toBeVisible();
  expect(await readFile(all, 'utf8')).toContain('Roof Cam');
});

test('exports a PDF to print', async ({ connected }, info) => {
  const plan = await worksheet(connected);
  const path = info.outputPath('worksheet.pdf');
  await connected.nextSaveDialog(path);
  await plan.export('Changes as PDF to print');
  await expect(connected.desk.window.getByText(`Worksheet of 2 cameras saved to ${path}`)).toBeVisible();
  expect((await readFile(path)).subarray(0, 5).toString()).toBe('%PDF-');
});
