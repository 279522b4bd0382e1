import { writeFile } from 'node:fs/promises';
import { byKeyboard } from './fixtures/by-keyboard.ts';
import { connect, connectionName, expect, type RunningDesk, test } from './fixtures/desk-test.ts';
import type { FakeCamio } from './fixtures/fake-camio.ts';
import { expectNoFindings, expectNoFindingsInAnyScheme } from './fixtures/no-findings.ts';
import type { CameraPlanPage } from './pages/camera-plan-page.ts';
import { ConnectionsPage } from './pages/connections-page.ts';
import { ImportWizard } from './pages/import-wizard.ts';

const cameras = ['Dock Cam 1', 'Lobby North Overview', 'Roof Cam'] as const;

/** The page with three cameras that see no reader yet, of five readers. */
async function planned({ desk }: RunningDesk): Promise<CameraPlanPage> {
  const plan = await desk.goToCameraPlan();
  await plan.addCameras(...cameras);
  await expect(plan.camera('Roof Cam')).toBeVisible();
  return plan;
}

async function removeAndPush({ desk }: RunningDesk, camio: FakeCamio, id: string): Promise<void> {
  const readers = await desk.goToReaders();
  await readers.delete(id);
  await (await readers.review()).push();
  await expect.poll(camio.ids).not.toContain(id);
}

test('by the pointer, from either side', async ({ connected }) => {
  const plan = await planned(connected);
  await expect(plan.coverage('0 of 5 readers in view of a camera')).toBeVisible();
  await expect(plan.readersOf('Dock Cam 1')).toContainText('No reader');

  await plan.toggleReaders('Dock Cam 1', 'Loading Dock', 'Roof Hatch');
  await expect(plan.readersOf('Dock Cam 1')).toContainText('Loading Dock');
  await expect(plan.coverage('2 of 5 readers in view of a camera')).toBeVisible();
  await expect(plan.readersWithoutCamera.getByRole('listitem')).toHaveCount(3);

  await plan.press('Remove Roof Hatch from Dock Cam 1');
  await expect(plan.readersOf('Dock Cam 1')).not.toContainText('Roof Hatch');

  // Several readers on several cameras at once.
  await plan.assign(['Lobby North Turnstile', 'Turnstile 2'], ['Lobby North Overview', 'Roof Cam']);
  await expect(plan.readersOf('Lobby North Overview')).toContainText('Turnstile 2');
  await expect(plan.readersOf('Roof Cam')).toContainText('Lobby North Turnstile');
  await expect(plan.coverage('3 of 5 readers in view of a camera')).toBeVisible();
  await expect(connected.desk.rail.getByRole('link', { name: 'Camera plan' })).toContainText('60%');

  // Several cameras at once, from the camera's side.
  await plan.select('Roof Cam', 'Dock Cam 1');
  await plan.press('Readers for Roof Cam');
  await expect(plan.picker).toHaveAccessibleName('Readers for 2 cameras');
  await plan.toggle('Lobby North');
  await expect(plan.readersOf('Roof Cam')).toContainText('Lobby North');
  await expect(plan.readersOf('Dock Cam 1')).toContainText('Lobby North');
  await plan.press('Undo');
  await expect(plan.coverage('3 of 5 readers in view of a camera')).toBeVisible();

  await plan.press('Delete');
  await expect(plan.grid.getByRole('row')).toHaveCount(2);
  await plan.press('Undo');
  await expect(plan.readersOf('Roof Cam')).toContainText('Turnstile 2');
  await expect(connected.desk.saved).toBeVisible();
});

test('by keyboard alone, with undo and redo', async ({ connected }) => {
  const plan = await planned(connected);
  const { keyboard } = connected.desk.window;
  const { type, reach } = byKeyboard(connected.desk.window);
  await reach(plan.grid);
  await type('ControlOrMeta+Home', 'ArrowRight', 'F2');
  await keyboard.type('Dock Cam 2');
  await type('Enter');
  await expect(plan.camera('Dock Cam 2')).toBeVisible();
  await expect(plan.nameOf('Dock Cam 2')).toBeFocused();

  await type('End', 'Enter');
  await keyboard.type('dock');
  await expect(plan.picker.getByRole('option')).toHaveCount(1);
  await type('ArrowDown', 'Space', 'Escape');
  await expect(plan.readersOf('Dock Cam 2')).toContainText('Loading Dock');
  await expect(plan.readersOf('Dock Cam 2')).toBeFocused();

  await type('ControlOrMeta+z');
  await expect(plan.readersOf('Dock Cam 2')).toContainText('No reader');
  await type('ControlOrMeta+z');
  await expect(plan.camera('Dock Cam 1')).toBeVisible();
  await type('ControlOrMeta+Shift+z', 'ControlOrMeta+Shift+z');
  await expect(plan.readersOf('Dock Cam 2')).toContainText('Loading Dock');

  await type('f');
  await expect(plan.filter).toBeFocused();
  await keyboard.type('lobby');
  await expect(plan.grid.getByRole('row')).toHaveCount(2);
  await expect(plan.readersWithoutCamera.getByRole('listitem')).toHaveCount(2);
  await type('Escape');
  await expect(plan.grid.getByRole('row')).toHaveCount(4);

  // From the readers' side: down the list, choose two, on to the cameras.
  await reach(plan.readersWithoutCamera);
  await type('Space', 'ArrowDown', 'Space', 'Enter');
  await keyboard.type('roof');
  await type('Enter', 'Escape');
  await expect(plan.readersOf('Roof Cam')).toContainText('Lobby North');
  await expect(plan.coverage('3 of 5 readers in view of a camera')).toBeVisible();

  await reach(plan.grid);
  await type('ControlOrMeta+Home', 'ArrowDown', 'Delete');
  await expect(plan.camera('Lobby North Overview')).toBeHidden();
});

test('cameras may share a name, and an ID belongs to one', async ({ connected }) => {
  const plan = await planned(connected);
  await plan.addCameras('Roof Cam');
  await expect(plan.camera('Roof Cam')).toHaveCount(2);
  await plan.press('Add camera');
  await connected.desk.window.getByRole('textbox', { name: 'Name', exact: true }).fill('Yard');
  await connected.desk.window.getByRole('textbox', { name: 'ID', exact: true }).fill('camera-1');
  await connected.desk.window.keyboard.press('Enter');
  await expect(connected.desk.window.getByText('belongs to “Dock Cam 1” already')).toBeVisible();
});

test('suggests by name and applies only what the person applies', async ({ connected }) => {
  const plan = await planned(connected);
  const suggestion = plan.suggestions.getByRole('listitem').filter({ hasText: 'Roof Hatch' });
  await expect(suggestion).toContainText('→ Roof Cam');
  await expect(suggestion).toContainText('Both names say Roof');
  await expect(plan.readersOf('Roof Cam')).toContainText('No reader');
  await suggestion.getByRole('button', { name: 'Apply suggestion' }).click();
  await expect(plan.readersOf('Roof Cam')).toContainText('Roof Hatch');
  await expect(suggestion).toBeHidden();

  const all = connected.desk.window.getByRole('button', { name: /^Apply all \d+ shown$/ });
  await all.click();
  await connected.desk.window.getByRole('alertdialog').getByRole('button', { name: 'Cancel' }).click();
  await expect(plan.coverage('1 of 5 readers in view of a camera')).toBeVisible();
  await all.click();
  await connected.desk.window
    .getByRole('alertdialog')
    .getByRole('button', { name: /^Apply all/ })
    .click();
  await expect(plan.readersOf('Lobby North Overview')).toContainText('Lobby North');
  await plan.press('Undo');
  await expect(plan.coverage('1 of 5 readers in view of a camera')).toBeVisible();
});

test('a reader removed and pushed is a ghost, until the plan lets it go or it is the same as another', async ({
  connected,
  camio,
}) => {
  const plan = await planned(connected);
  await plan.toggleReaders('Dock Cam 1', 'Loading Dock');
  await plan.toggleReaders('Roof Cam', 'Loading Dock', 'Roof Hatch');
  await removeAndPush(connected, camio, '00126');
  await connected.desk.goToCameraPlan();
  await expect(plan.readersOf('Dock Cam 1')).toContainText('Loading Dock · ghost');
  await expect(plan.ghosts.getByRole('listitem')).toContainText('In the plan on Dock Cam 1, Roof Cam.');
  await expect(plan.coverage('1 of 4 readers in view of a camera')).toBeVisible();

  await plan.ghosts.getByRole('button', { name: 'Same reader as…' }).click();
  const { window } = connected.desk;
  await window.getByRole('combobox', { name: 'Reader' }).fill('turnstile 2');
  await window.getByRole('option', { name: 'Turnstile 2' }).click();
  await window.getByRole('button', { name: 'Same reader', exact: true }).click();
  await expect(plan.ghosts.getByRole('listitem')).toHaveCount(0);
  await expect(plan.readersOf('Dock Cam 1')).toContainText('Turnstile 2');
  await expect(plan.readersOf('Roof Cam')).toContainText('Turnstile 2');

  await plan.press('Undo');
  await plan.ghosts.getByRole('button', { name: 'Remove from plan' }).click();
  await expect(plan.ghosts.getByRole('listitem')).toHaveCount(0);
  await expect(plan.readersOf('Dock Cam 1')).toContainText('No reader');
});

test('a plan on disk outlives the end of the app, undo included, and follows a renamed reader', async ({
  start,
  camio,
}) => {
  const app = await start();
  await connect(app.desk, camio);
  const plan = await planned(app);
  await plan.toggleReaders('Roof Cam', 'Roof Hatch');
  await expect(app.desk.saved).toBeVisible();
  await app.kill();

  const again = await start({ userDataDir: app.userDataDir });
  await new ConnectionsPage(again.desk).open(connectionName);
  const readers = await again.desk.goToReaders();
  await readers.rename('00127', 'Helipad Hatch');
  const kept = await again.desk.goToCameraPlan();
  await expect(kept.readersOf('Roof Cam')).toContainText('Helipad Hatch');
  await kept.press('Undo');
  await expect(kept.readersOf('Roof Cam')).toContainText('No reader');
});

test('imports cameras as one step', async ({ connected }, info) => {
  const plan = await planned(connected);
  const file = info.outputPath('cameras.csv');
  await writeFile(file, 'Camera ID;Camera name;Site\r\nc-1;Gate West;Yard\r\nc-2;Gate East;Yard\r\n');
  const wizard = new ImportWizard(connected, 'cameras');
  await wizard.open(file);
  await wizard.compare();
  await wizard.apply('Import 2 cameras');
  await expect(plan.camera('Gate West')).toContainText('Yard');
  await plan.press('Undo');
  await expect(plan.camera('Gate West')).toBeHidden();
  await expect(plan.camera('Roof Cam')).toBeVisible();
});

test('without a list the page says what to do', async ({ start, camio }) => {
  const { desk } = await start();
  camio.fault({ kind: 'answer', status: 500 });
  const connections = new ConnectionsPage(desk);
  await connections.add({ name: connectionName, baseUrl: camio.baseUrl, token: camio.token });
  await connections.open(connectionName);
  const plan = await desk.goToCameraPlan();
  await expect(desk.retryButton).toBeVisible();
  await expectNoFindings(desk);
  camio.fault();
  await plan.press('Retry');
  await expect(desk.window.getByText('No cameras yet')).toBeVisible();
  await expectNoFindings(desk);
});

test('axe finds nothing, light and dark', async ({ connected, camio }) => {
  const plan = await planned(connected);
  await plan.toggleReaders('Dock Cam 1', 'Loading Dock', 'Turnstile 2');
  await removeAndPush(connected, camio, '00126');
  await connected.desk.goToCameraPlan();
  await expect(plan.ghosts.getByRole('listitem')).toBeVisible();
  await expect(plan.suggestions.getByRole('listitem').first()).toBeVisible();
  await expectNoFindingsInAnyScheme(connected.desk);
  await plan.press('Readers for Roof Cam');
  await expect(plan.picker).toBeVisible();
  await expectNoFindingsInAnyScheme(connected.desk);
  await connected.desk.window.keyboard.press('Escape');
  await plan.ghosts.getByRole('button', { name: 'Same reader as…' }).click();
  await expectNoFindingsInAnyScheme(connected.desk);
  await connected.desk.window.keyboard.press('Escape');
  await plan.press('Add camera');
  await expectNoFindingsInAnyScheme(connected.desk);
  await connected.desk.window.keyboard.press('Escape');
  await plan.showWorksheet();
  await expect(plan.line('Dock Cam 1')).toBeVisible();
  await expectNoFindingsInAnyScheme(connected.desk);
});

test('opens Camio’s settings in the browser', async ({ connected }) => {
  const plan = await planned(connected);
  await plan.press('Open Camio settings');
  await expect.poll(connected.openedExternally).toEqual(['https://camio.com/settings/integrations/pacs']);
  await expect(
    connected.desk.window.getByText('Made here, carried to Camio by hand: the plan is not sent to Camio.'),
  ).toBeVisible();
});
