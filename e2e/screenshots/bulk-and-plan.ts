import { campusReaders } from '../../core/simulator/campus.ts';
import { connect, expect, test } from '../fixtures/desk-test.ts';
import { startFakeCamio } from '../fixtures/fake-camio.ts';
import { ImportWizard, testFile } from '../pages/import-wizard.ts';
import { lookAt, looks } from './looks.ts';

for (const look of looks) {
  test(`bulk work and camera plan, ${look.colorScheme} ${look.size}`, async ({ start }) => {
    const camio = await startFakeCamio(campusReaders(1284));
    const app = await start();
    const { desk } = app;
    const readers = await connect(desk, camio);
    const { window } = desk;
    const shot = await lookAt(window, look, 'bulk-and-plan');

    const wizard = new ImportWizard(app);
    await wizard.open(testFile('damaged-by-excel.csv'));
    await expect(wizard.step('File')).toBeVisible();
    await shot('import-file');
    await wizard.next('Columns');
    await shot('import-columns');
    await wizard.next('Compare');
    await expect(wizard.dialog.getByRole('tablist')).toBeVisible();
    await shot('import-compare');
    await window.keyboard.press('Escape');

    const rename = await readers.bulkRename();
    await rename.chooseRule('Find and replace');
    await rename.fill('Find', 'Main');
    await rename.fill('Replace with', 'Front');
    await expect(rename.newName('000001')).toContainText('Front');
    await shot('bulk-rename');
    await window.keyboard.press('Escape');
    await expect((await readers.export()).dialog).toBeVisible();
    await shot('export');
    await window.keyboard.press('Escape');

    const plan = await desk.goToCameraPlan();
    await plan.addCameras('Main Building Entrance Overview', 'Verwaltung Elevator Lobby', 'Dock Cam 1');
    await plan.toggleReaders('Dock Cam 1', 'North Campus – Main Building – Main Entrance');
    await shot('camera-plan');
    await plan.showWorksheet();
    await expect(plan.line('Dock Cam 1')).toBeVisible();
    await shot('worksheet');
    await camio.close();
  });
}
