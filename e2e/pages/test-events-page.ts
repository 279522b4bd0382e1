import type { Locator } from '@playwright/test';
import type { Desk } from './desk.ts';

export class TestEventsPage {
  constructor(readonly desk: Desk) {}

  private get window() {
    return this.desk.window;
  }

  get sentEvents(): Locator {
    return this.window.getByRole('table', { name: 'Sent events' });
  }

  get sendButton(): Locator {
    return this.window.getByRole('button', { name: 'Send event' });
  }

  async chooseReader(name: string): Promise<void> {
    await this.window.getByRole('combobox', { name: 'Reader' }).fill(name);
    await this.window.getByRole('option', { name }).first().click();
  }

  async chooseEventType(name: string): Promise<void> {
    await this.window.getByRole('combobox', { name: 'Event type' }).selectOption(name);
  }

  async send(): Promise<void> {
    await this.sendButton.click();
  }

  async removeEveryLabel(): Promise<void> {
    await this.window.getByRole('checkbox', { name: /unique label/ }).uncheck();
    const labels = this.window.getByRole('button', { name: /^Remove label / });
    while ((await labels.count()) > 0) await labels.first().click();
  }

  /** Sends the newest event of this reader again, and says yes if asked. */
  async sendAgain(reader: string, { exactly = false } = {}): Promise<void> {
    await this.sent(reader).first().getByRole('button', { name: 'Send again' }).click();
    if (exactly) await this.window.getByRole('checkbox', { name: /^Exactly as it was/ }).check();
    await this.window.getByRole('alertdialog').getByRole('button', { name: 'Send again' }).click();
  }

  /** The rows of the history that show this text. */
  sent(text: string): Locator {
    return this.sentEvents.getByRole('row').filter({ hasText: text });
  }

  /** `clock` as `2026-03-29T02:30`, in the time zone that is chosen. */
  async chooseTime(clock: string): Promise<void> {
    await this.window.getByRole('combobox', { name: 'Time', exact: true }).selectOption('At a chosen time');
    await this.window.getByLabel('Date and time').fill(clock);
  }

  get timeZone(): Locator {
    return this.window.getByRole('combobox', { name: 'Time zone' });
  }

  /** The two that are offered where a clock time was twice. */
  whichTime(name: 'The first' | 'The second'): Locator {
    return this.window.getByRole('group', { name: 'Which one' }).getByRole('radio', { name });
  }

  /** The event's time as one of the three clocks has it. */
  timeBy(clock: 'This computer' | 'Site' | 'UTC, as sent'): Locator {
    return this.window.getByRole('listitem').filter({ hasText: clock });
  }

  async choosePreset(name: string): Promise<void> {
    await this.window.getByRole('button', { name: 'Presets' }).click();
    await this.window.getByRole('menuitem', { name }).click();
  }

  async saveAsPreset(name: string): Promise<void> {
    await this.choosePreset('Save as a preset…');
    await this.namePreset(name, 'Save preset');
  }

  async renamePreset(name: string, newName: string): Promise<void> {
    await this.choosePreset('Manage presets…');
    await this.window.getByRole('button', { name: `Rename ${name}` }).click();
    await this.namePreset(newName, 'Rename preset');
    await this.window.getByRole('button', { name: 'Close' }).click();
  }

  async deletePreset(name: string): Promise<void> {
    await this.choosePreset('Manage presets…');
    await this.window.getByRole('button', { name: `Delete ${name}` }).click();
    await this.window.getByRole('alertdialog').getByRole('button', { name: 'Delete preset' }).click();
    await this.window.getByRole('button', { name: 'Close' }).click();
  }

  private async namePreset(name: string, button: string): Promise<void> {
    await this.window.getByRole('textbox', { name: 'Preset name' }).fill(name);
    await this.window.getByRole('button', { name: button }).click();
    await this.window.getByRole('textbox', { name: 'Preset name' }).waitFor({ state: 'hidden' });
  }

  async filterHistory(text: string): Promise<void> {
    await this.window.getByRole('searchbox', { name: 'Filter sent events' }).fill(text);
  }

  async showOutcome(name: string): Promise<void> {
    await this.window.getByRole('combobox', { name: 'Outcome' }).selectOption(name);
  }

  async showSentFor(reader: string): Promise<void> {
    await this.window.getByRole('combobox', { name: 'Sent for' }).fill(reader);
    await this.window.getByRole('option', { name: reader }).click();
  }

  async showDay(day: string): Promise<void> {
    await this.window.getByLabel('Day').fill(day);
  }

  /** Turns the wheel over the history, in CSS pixels. */
  async scrollHistory(pixels: number): Promise<void> {
    await this.sentEvents.scrollIntoViewIfNeeded();
    await this.sentEvents.hover();
    await this.window.mouse.wheel(0, pixels);
  }

  async clearFilter(): Promise<void> {
    await this.window.getByRole('button', { name: 'Clear filter' }).click();
  }

  async exportHistory(format: 'CSV' | 'JSON'): Promise<void> {
    await this.window.getByRole('button', { name: 'Export history' }).click();
    await this.window.getByRole('menuitem', { name: `Shown events as ${format}` }).click();
  }
}
