import type { Locator } from '@playwright/test';
import type { Desk } from './desk.ts';
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

  async rename(id: string, name: string): Promise<void> {
    await this.nameCell(id).dblclick();
    await this.grid.getByRole('textbox').fill(name);
    await this.window.keyboard.press('Enter');
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

  async delete(...ids: string[]): Promise<void> {
    for (const id of ids) await this.select(id);
    await this.press('Delete');
  }

  async export(choice: string): Promise<void> {
    await this.window.getByRole('button', { name: 'Export' }).click();
    await this.window.getByRole('menuitem', { name: choice }).click();
  }

  async review(): Promise<ReviewPage> {
    await this.window.getByRole('button', { name: 'Review and push' }).click();
    return new ReviewPage(this.desk);
  }
}
