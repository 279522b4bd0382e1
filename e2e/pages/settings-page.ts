import type { Locator } from '@playwright/test';
import type { Desk } from './desk.ts';

export class SettingsPage {
  constructor(readonly desk: Desk) {}

  /** One of the themes to choose from. */
  theme(name: string): Locator {
    return this.desk.window.getByRole('group', { name: 'Theme' }).getByText(name, { exact: true });
  }

  /** What the checks found, and the buttons for them. */
  get diagnostics(): Locator {
    return this.desk.window.getByRole('region', { name: 'Diagnostics' });
  }

  async runChecks(): Promise<void> {
    await this.diagnostics.getByRole('button', { name: 'Run checks' }).click();
  }

  async openLogFolder(): Promise<void> {
    await this.diagnostics.getByRole('button', { name: 'Open the log folder' }).click();
  }

  async copyReport(): Promise<void> {
    await this.diagnostics.getByRole('button', { name: 'Copy report' }).click();
  }
}
