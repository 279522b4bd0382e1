import type { Locator } from '@playwright/test';
import type { Desk } from './desk.ts';

type Source =
  | 'All readers in Camio'
  | 'Selected on Readers'
  | 'Shown on Readers'
  | 'In view of a camera'
  | 'Of a site'
  | 'Never tested';

export class CommissioningPage {
  constructor(readonly desk: Desk) {}

  private get window() {
    return this.desk.window;
  }

  /** The readers of the dialog *Choose readers*. */
  get choice(): Locator {
    return this.window.getByRole('dialog', { name: 'Choose readers' });
  }

  get results(): Locator {
    return this.window.getByRole('table', { name: 'Results' });
  }

  get progress(): Locator {
    return this.window.getByRole('progressbar', { name: 'Sweep progress' });
  }

  /** The card of the sweep in view: its state, counts, what is wrong with it. */
  get sweep(): Locator {
    return this.window.getByRole('region', { name: 'Sweep' });
  }

  /** On the other pages: a sweep that waits for the person. */
  get news(): Locator {
    return this.window.getByRole('region', { name: 'News of sweeps' });
  }

  get sweeps(): Locator {
    return this.window.getByRole('combobox', { name: 'Sweep', exact: true });
  }

  get question(): Locator {
    return this.window.getByRole('alertdialog');
  }

  async chooseReaders(): Promise<void> {
    await this.press('Choose readers');
    await this.choice.waitFor();
  }

  async takeReaders(source: Source, group?: string): Promise<void> {
    await this.choice.getByRole('combobox', { name: 'Readers', exact: true }).selectOption(source);
    // Nothing of the whole list is ticked by itself.
    if (source === 'All readers in Camio') await this.choice.getByRole('button', { name: 'Choose all' }).click();
    if (group === undefined) return;
    await this.choice.getByRole('combobox', { name: source === 'Of a site' ? 'Site' : 'Camera' }).fill(group);
    await this.window.getByRole('option', { name: group }).click();
  }

  /** The readers that are offered, in view of the dialog's list. */
  get offered(): Locator {
    return this.choice.getByRole('list', { name: 'Readers to test' }).getByRole('checkbox');
  }

  reader(name: string): Locator {
    return this.choice.getByRole('checkbox', { name });
  }

  async setEventsAtOnce(count: number): Promise<void> {
    await this.choice.getByRole('combobox', { name: 'Events at once' }).selectOption(String(count));
  }

  async setLimit(perMinute: number): Promise<void> {
    await this.choice.getByRole('textbox', { name: 'Limit per minute' }).fill(String(perMinute));
  }

  /** From the dialog *Choose readers*: says yes to so many real events. */
  async start(events: number): Promise<void> {
    await this.choice.getByRole('button', { name: 'Start sweep' }).click();
    await this.confirm(`Send ${events.toLocaleString('en')} real ${events === 1 ? 'event' : 'events'}`);
  }

  /** A sweep of every reader that Camio holds. */
  async sweepAll(events: number): Promise<void> {
    await this.chooseReaders();
    await this.takeReaders('All readers in Camio');
    await this.start(events);
  }

  async press(name: string): Promise<void> {
    await this.window.getByRole('button', { name, exact: true }).click();
  }

  async confirm(name: string): Promise<void> {
    await this.question.getByRole('button', { name }).click();
    await this.question.waitFor({ state: 'hidden' });
  }

  state(word: string): Locator {
    return this.sweep.getByRole('status').getByText(word, { exact: true });
  }

  result(reader: string): Locator {
    return this.results.getByRole('row').filter({ hasText: reader });
  }

  seen(reader: string): Locator {
    return this.result(reader).getByRole('checkbox', { name: 'Seen on video' });
  }

  /** The label of a reader's event, as a person would copy it. */
  label(reader: string): Locator {
    return this.result(reader).getByText(/^reader-desk-/);
  }

  note(reader: string): Locator {
    return this.window.getByRole('textbox', { name: `Note on ${reader}` });
  }

  async takeNote(reader: string, text: string): Promise<void> {
    await this.note(reader).fill(text);
    await this.note(reader).press('Enter');
  }

  async filter(text: string): Promise<void> {
    await this.window.getByRole('searchbox', { name: 'Filter results' }).fill(text);
  }

  async show(choice: string): Promise<void> {
    await this.window.getByRole('combobox', { name: 'Show' }).selectOption(choice);
  }

  async exportReport(format: 'Web page (HTML)' | 'PDF' | 'CSV (opens in Excel)', site: string, person: string) {
    await this.press('Export report');
    await this.window.getByRole('menuitem', { name: format }).click();
    await this.window.getByRole('textbox', { name: 'Site' }).fill(site);
    await this.window.getByRole('textbox', { name: 'Person' }).fill(person);
    await this.press('Save report');
  }
}
