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
}
