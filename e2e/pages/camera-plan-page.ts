import { expect, type Locator } from '@playwright/test';
import type { Desk } from './desk.ts';

export class CameraPlanPage {
  constructor(readonly desk: Desk) {}

  private get window() {
    return this.desk.window;
  }

  get grid(): Locator {
    return this.window.getByRole('grid', { name: 'Cameras' });
  }

  get filter(): Locator {
    return this.window.getByRole('searchbox', { name: 'Filter cameras and readers' });
  }

  get readersWithoutCamera(): Locator {
    return this.window.getByRole('list', { name: 'Readers without a camera' });
  }

  get ghosts(): Locator {
    return this.window.getByRole('list', { name: 'Ghosts' });
  }

  get suggestions(): Locator {
    return this.window.getByRole('list', { name: 'Suggestions' });
  }

  get worksheet(): Locator {
    return this.window.getByRole('list', { name: 'Worksheet' });
  }

  /** What the worksheet says of readers that Camio does not offer yet. */
  get waiting(): Locator {
    return this.window.getByRole('note').filter({ hasText: 'not in Camio yet' });
  }

  /** The multi-select of readers or cameras while it is open. */
  get picker(): Locator {
    return this.window.getByRole('listbox');
  }

  /** The row of the camera with this name. */
  camera(name: string): Locator {
    return this.grid
      .getByRole('row')
      .filter({ has: this.window.getByRole('checkbox', { name: `Select ${name}`, exact: true }) });
  }

  /** The cell of a camera that shows the readers it sees. */
  readersOf(name: string): Locator {
    return this.camera(name).getByRole('gridcell').last();
  }

  nameOf(name: string): Locator {
    return this.camera(name).getByRole('gridcell').nth(1);
  }

  coverage(text: string): Locator {
    return this.window.getByRole('main').getByText(text, { exact: true });
  }

  line(camera: string): Locator {
    return this.worksheet
      .getByRole('listitem')
      .filter({ has: this.window.getByRole('checkbox', { name: `Done: ${camera}`, exact: true }) });
  }

  done(camera: string): Locator {
    return this.window.getByRole('checkbox', { name: `Done: ${camera}`, exact: true });
  }

  async press(button: string): Promise<void> {
    // A message may offer *Undo* too; this is the page's.
    await this.window.getByRole('main').getByRole('button', { name: button, exact: true }).click();
  }

  async addCameras(...names: readonly string[]): Promise<void> {
    await this.press('Add camera');
    for (const name of names) {
      await this.window.getByRole('textbox', { name: 'Name', exact: true }).fill(name);
      await this.window.keyboard.press('Enter');
    }
    await this.window.keyboard.press('Escape');
  }

  /** Chooses or takes back readers in a camera's multi-select. */
  async toggleReaders(camera: string, ...readers: readonly string[]): Promise<void> {
    await this.press(`Readers for ${camera}`);
    await this.toggle(...readers);
  }

  /** Puts readers in view of cameras, beginning with the readers. */
  async assign(readers: readonly string[], cameras: readonly string[]): Promise<void> {
    for (const name of readers) await this.readersWithoutCamera.getByRole('checkbox', { name }).click();
    await this.press('Assign to cameras…');
    await this.toggle(...cameras);
  }

  async select(...cameras: readonly string[]): Promise<void> {
    for (const name of cameras) await this.grid.getByRole('checkbox', { name: `Select ${name}`, exact: true }).click();
  }

  async showWorksheet(): Promise<void> {
    await this.press('Worksheet');
  }

  async showPlan(): Promise<void> {
    await this.press('Plan');
  }

  async tick(camera: string): Promise<void> {
    await this.done(camera).click();
    await expect(this.done(camera)).toBeChecked();
  }

  /** Finishes a worksheet all of whose cameras are ticked. */
  async finish(): Promise<void> {
    await this.press('Finish worksheet');
    await expect(this.window.getByRole('heading', { name: "Camio's page is as planned" })).toBeVisible();
  }

  async export(choice: string): Promise<void> {
    await this.press('Export worksheet');
    await this.window.getByRole('menuitem', { name: choice, exact: true }).click();
  }

  /** Toggles choices of the multi-select that is open, and closes it. */
  async toggle(...names: readonly string[]): Promise<void> {
    for (const name of names) await this.picker.getByRole('option', { name, exact: true }).click();
    await this.window.keyboard.press('Escape');
    await expect(this.picker).toBeHidden();
  }
}
