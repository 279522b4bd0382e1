import type { Locator } from '@playwright/test';
import { BulkRenameDialog } from './bulk-rename-dialog.ts';
import { putOnClipboard, takeFromClipboard } from './clipboard.ts';
import type { Desk } from './desk.ts';
import { ExportDialog } from './export-dialog.ts';
import { PasteDialog } from './paste-dialog.ts';
import { ReviewPage } from './review-page.ts';

export class ReadersPage {
  constructor(readonly desk: Desk) {}

  private get window() {
    return this.desk.window;
  }

  get grid(): Locator {
    return this.window.getByRole('grid', { name: 'Readers' });
  }

  get filter(): Locator {
    return this.window.getByRole('searchbox', { name: 'Filter readers' });
  }

  /** The row of the reader with this id. */
  row(id: string): Locator {
    return this.grid.getByRole('row').filter({ has: this.window.getByRole('gridcell', { name: id, exact: true }) });
  }

  nameCell(id: string): Locator {
    return this.row(id).locator('[aria-colindex="3"]');
  }

  checkCell(id: string): Locator {
    return this.row(id).locator('[aria-colindex="5"]');
  }

  async rename(id: string, name: string): Promise<void> {
    await this.typeName(id, name);
    await this.window.keyboard.press('Enter');
  }

  /** Leaves the cell open. */
  async typeName(id: string, name: string): Promise<void> {
    await this.nameCell(id).dblclick();
    await this.grid.getByRole('textbox').fill(name);
  }

  async select(id: string): Promise<void> {
    await this.row(id).getByRole('checkbox').click();
  }

  async press(button: 'Add reader' | 'Delete' | 'Undo' | 'Redo' | 'Refresh from Camio'): Promise<void> {
    // A message may offer *Undo* too; this is the toolbar's.
    await this.window.getByRole('main').getByRole('button', { name: button, exact: true }).click();
  }

  async addReader(id: string, name: string): Promise<void> {
    await this.press('Add reader');
    await this.window.keyboard.type(id);
    await this.window.keyboard.press('Tab');
    await this.window.keyboard.type(name);
    await this.window.keyboard.press('Enter');
    await this.window.keyboard.press('Escape');
  }

  /** A second reader with an ID of the list: *Add* refuses it, so it is made by changing a new reader's ID. */
  async addDuplicate(id: string, name: string): Promise<void> {
    await this.addReader('000', name);
    await this.row('000').getByRole('gridcell', { name: '000', exact: true }).dblclick();
    await this.grid.getByRole('textbox').fill(id);
    await this.window.keyboard.press('Enter');
  }

  async delete(...ids: string[]): Promise<void> {
    for (const id of ids) await this.select(id);
    await this.press('Delete');
  }

  async export(): Promise<ExportDialog> {
    await this.window.getByRole('button', { name: 'Export', exact: true }).click();
    return new ExportDialog(this.desk);
  }

  /** Pastes as if it was copied in a spreadsheet. The keyboard has to be where it is to go. */
  async paste(text: string): Promise<PasteDialog> {
    await putOnClipboard(this.window, text);
    await this.window.keyboard.press('ControlOrMeta+v');
    return new PasteDialog(this.desk);
  }

  /** Copies the selection, and answers what a spreadsheet would get. */
  async copy(): Promise<string> {
    await this.window.keyboard.press('ControlOrMeta+c');
    return takeFromClipboard(this.window);
  }

  async bulkRename(): Promise<BulkRenameDialog> {
    await this.window.getByRole('button', { name: 'Bulk rename' }).click();
    return new BulkRenameDialog(this.desk);
  }

  /** What is worth a look in the list, and what can be done about it. */
  get checks(): Locator {
    return this.window.getByRole('region', { name: 'Checks' });
  }

  /** Lists the readers with one issue, as the menu words it, e.g. `Duplicate name (2)`. */
  async listIssue(choice: string): Promise<void> {
    await this.checks.getByRole('button', { name: 'to look at' }).click();
    await this.window.getByRole('menuitem', { name: choice }).click();
  }

  async cleanUpNames(): Promise<BulkRenameDialog> {
    await this.checks.getByRole('button', { name: 'Clean up names' }).click();
    return new BulkRenameDialog(this.desk);
  }

  async review(): Promise<ReviewPage> {
    await this.window.getByRole('button', { name: 'Review and push' }).click();
    return new ReviewPage(this.desk);
  }
}
