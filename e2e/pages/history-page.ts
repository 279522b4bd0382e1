import type { Locator } from '@playwright/test';
import type { Desk } from './desk.ts';

export class HistoryPage {
  constructor(readonly desk: Desk) {}

  private get window() {
    return this.desk.window;
  }

  get snapshots(): Locator {
    return this.window.getByRole('table', { name: 'Snapshots' });
  }

  get activity(): Locator {
    return this.window.getByRole('table', { name: 'Activity' });
  }

  /** The dialog in which a snapshot is compared. */
  get comparison(): Locator {
    return this.window.getByRole('dialog');
  }

  /** The snapshots that say this, newest first. */
  snapshot(text: string | RegExp): Locator {
    return this.snapshots.getByRole('row').filter({ hasText: text });
  }

  /** The lines of the activity log that say this. */
  act(text: string | RegExp): Locator {
    return this.activity.getByRole('row').filter({ hasText: text });
  }

  async takeSnapshot(): Promise<void> {
    await this.window.getByRole('button', { name: 'Take snapshot' }).click();
  }

  async compare(snapshot: Locator): Promise<void> {
    await snapshot.getByRole('button', { name: 'Compare' }).click();
  }

  async compareWith(choice: RegExp): Promise<void> {
    const select = this.comparison.getByRole('combobox', { name: 'Compare with' });
    const label = await select.getByRole('option', { name: choice }).first().textContent();
    await select.selectOption({ label: label ?? '' });
  }

  async closeComparison(): Promise<void> {
    await this.comparison.getByRole('button', { name: 'Close' }).click();
  }

  async restore(snapshot: Locator): Promise<void> {
    await snapshot.getByRole('button', { name: 'Restore to draft' }).click();
  }

  async verify(): Promise<void> {
    await this.window.getByRole('button', { name: 'Verify' }).click();
  }

  async filterActivity(text: string): Promise<void> {
    await this.window.getByRole('searchbox', { name: 'Filter activity' }).fill(text);
  }

  async showActs(kind: string): Promise<void> {
    await this.window.getByRole('combobox', { name: 'Act' }).selectOption({ label: kind });
  }

  async exportActivity(choice: 'Activity as CSV' | 'Activity as JSON'): Promise<void> {
    await this.window.getByRole('button', { name: 'Export activity' }).click();
    await this.window.getByRole('menuitem', { name: choice }).click();
  }
}
