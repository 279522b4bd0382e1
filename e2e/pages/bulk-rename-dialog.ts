import type { Locator } from '@playwright/test';
import type { Desk } from './desk.ts';

/** The dialog that renames many readers by one rule. */
export class BulkRenameDialog {
  constructor(readonly desk: Desk) {}

  get dialog(): Locator {
    return this.desk.window.getByRole('dialog', { name: 'Bulk rename' });
  }

  /** The amounts above the preview. */
  get amounts(): Locator {
    return this.dialog.getByRole('status');
  }

  get newNames(): Locator {
    return this.dialog.getByRole('table', { name: 'New names' });
  }

  get renameButton(): Locator {
    return this.dialog.getByRole('button', { name: /^Rename/ });
  }

  newName(id: string): Locator {
    return this.newNames
      .getByRole('row')
      .filter({ has: this.desk.window.getByRole('cell', { name: id, exact: true }) });
  }

  async chooseReaders(choice: string): Promise<void> {
    await this.dialog.getByRole('combobox', { name: 'Readers' }).selectOption(choice);
  }

  async chooseRule(choice: string): Promise<void> {
    await this.dialog.getByRole('combobox', { name: 'What to do' }).selectOption(choice);
  }

  async chooseLetters(choice: string): Promise<void> {
    await this.dialog.getByRole('combobox', { name: 'Letters' }).selectOption(choice);
  }

  async fill(field: string, text: string): Promise<void> {
    await this.dialog.getByRole('textbox', { name: field }).fill(text);
  }

  async tick(box: string): Promise<void> {
    await this.dialog.getByRole('checkbox', { name: box }).check();
  }

  async rename(): Promise<void> {
    await this.renameButton.click();
  }
}
