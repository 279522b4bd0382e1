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
    const labels = this.window.getByRole('button', { name: /^Remove label / });
    while ((await labels.count()) > 0) await labels.first().click();
  }

  /** Sends the newest event of this reader again, and says yes where that is asked. */
  async sendAgain(reader: string): Promise<void> {
    const row = this.sentEvents.getByRole('row').filter({ hasText: reader });
    await row.first().getByRole('button', { name: 'Send again' }).click();
    await this.window.getByRole('alertdialog').getByRole('button', { name: 'Send again' }).click();
  }
}
