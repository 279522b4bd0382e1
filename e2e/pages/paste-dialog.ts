import type { Locator } from '@playwright/test';
import type { Desk } from './desk.ts';

/** What a paste would do, before it does it. */
export class PasteDialog {
  constructor(readonly desk: Desk) {}

  get dialog(): Locator {
    return this.desk.window.getByRole('dialog', { name: /^Paste/ });
  }

  get counts(): Locator {
    return this.dialog.getByRole('status');
  }

  /** The row of the clipboard with this number. */
  row(number: number): Locator {
    return this.dialog
      .getByRole('row')
      .filter({ has: this.desk.window.getByRole('cell', { name: `${number}`, exact: true }) });
  }

  async takeDoubtfulIds(
    choice: 'Leave these rows out' | 'Take them for the IDs of the list' | 'Add them as new readers',
  ) {
    await this.dialog.getByLabel('IDs in doubt').selectOption(choice);
  }

  async paste(readers: string): Promise<void> {
    await this.dialog.getByRole('button', { name: `Paste ${readers}`, exact: true }).click();
  }

  async cancel(): Promise<void> {
    await this.dialog.getByRole('button', { name: 'Cancel' }).click();
  }
}
