import { join } from 'node:path';
import type { Locator } from '@playwright/test';
import type { LaunchedApp } from '../launch/launched-app.ts';
import type { Desk } from './desk.ts';

type Step = 'File' | 'Columns' | 'Compare' | 'Apply';

/** A file of people's lists in e2e/test-data. */
export const testFile = (name: string): string => join(import.meta.dirname, '../test-data', name);

/** The dialog that imports a file, from the page of a list. */
export class ImportWizard {
  constructor(
    private readonly app: Pick<LaunchedApp, 'nextOpenDialog'> & { readonly desk: Desk },
    private readonly list: 'readers' | 'cameras' = 'readers',
  ) {}

  private get window() {
    return this.app.desk.window;
  }

  get dialog(): Locator {
    return this.window.getByRole('dialog', { name: `Import ${this.list}` });
  }

  /** Presses Import and answers the system's dialog with this file. */
  async open(file: string): Promise<void> {
    await this.app.nextOpenDialog([file]);
    const name = this.list === 'readers' ? 'Import' : `Import ${this.list}`;
    await this.window.getByRole('main').getByRole('button', { name, exact: true }).click();
  }

  async chooseAnotherFile(file: string): Promise<void> {
    await this.app.nextOpenDialog([file]);
    await this.button('Choose another file').click();
  }

  step(step: Step): Locator {
    return this.dialog.getByRole('region', { name: new RegExp(`: ${step}$`) });
  }

  button(name: string | RegExp): Locator {
    return this.dialog.getByRole('button', { name, ...(typeof name === 'string' ? { exact: true } : {}) });
  }

  field(label: string): Locator {
    return this.dialog.getByRole('combobox', { name: label, exact: true });
  }

  /** What a choice shows, e.g. `UTF-8 (detected)`. */
  chosen(label: string): Locator {
    return this.field(label).getByRole('option', { selected: true });
  }

  async choose(label: string, option: string | RegExp): Promise<void> {
    const name = await this.field(label).getByRole('option', { name: option }).first().textContent();
    await this.field(label).selectOption({ label: name ?? '' });
  }

  /** Once another line was asked for. */
  async typeHeaderLine(number: string): Promise<void> {
    await this.dialog.getByRole('textbox', { name: 'Line number' }).fill(number);
    await this.button('Use this line').click();
  }

  row(table: string, text: string | RegExp): Locator {
    return this.dialog.getByRole('table', { name: table }).getByRole('row').filter({ hasText: text });
  }

  /** The line of the damaged IDs that proposes this. */
  repair(found: string, proposed: string): Locator {
    return this.dialog.getByRole('row', { name: `${found} becomes ${proposed} ` });
  }

  tab(name: RegExp): Locator {
    return this.dialog.getByRole('tab', { name });
  }

  async next(step: Step): Promise<void> {
    await this.button('Next').click();
    await this.step(step).waitFor();
  }

  /** From the first step to the comparison, with the columns as they are bound. */
  async compare(): Promise<void> {
    await this.next('Columns');
    await this.next('Compare');
    await this.dialog.getByRole('tablist').waitFor();
  }

  /** From the comparison to the end, by the button that is named by its effect. */
  async apply(name: string): Promise<void> {
    await this.next('Apply');
    await this.button(name).click();
    await this.dialog.waitFor({ state: 'hidden' });
  }
}
