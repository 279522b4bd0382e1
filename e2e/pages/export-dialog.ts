import type { Locator } from '@playwright/test';
import type { Desk } from './desk.ts';

type List = 'The draft' | 'Camio’s list' | 'The selection' | 'The changes';
type Format = 'CSV, comma' | 'CSV, semicolon' | 'Excel workbook (XLSX)' | 'JSON with details' | 'JSON for Camio';

/** What to export and how. */
export class ExportDialog {
  constructor(readonly desk: Desk) {}

  get dialog(): Locator {
    return this.desk.window.getByRole('dialog', { name: 'Export readers' });
  }

  list(name: List): Locator {
    return this.dialog.getByRole('radio', { name });
  }

  get format(): Locator {
    return this.dialog.getByLabel('Format');
  }

  column(name: string): Locator {
    return this.dialog.getByRole('checkbox', { name, exact: true });
  }

  async choose(list: List, format: Format): Promise<void> {
    await this.list(list).check();
    await this.format.selectOption(format);
  }

  /** Gives up the export while its file is being made. */
  async cancelExport(): Promise<void> {
    await this.dialog.getByRole('button', { name: 'Cancel export' }).click();
  }

  /** Exports to where the next save dialog says. */
  async export(): Promise<void> {
    await this.dialog.getByRole('button', { name: /^Export / }).click();
  }
}
