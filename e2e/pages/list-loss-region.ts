import type { Locator } from '@playwright/test';
import type { Desk } from './desk.ts';

/** The warning that Camio's list lost many readers. */
export class ListLossRegion {
  constructor(private readonly desk: Desk) {}

  get region(): Locator {
    return this.desk.window.getByRole('region', { name: "Camio's list changed" });
  }

  /** The dialog in which the list that was held is beside the one Camio holds now. */
  get comparison(): Locator {
    return this.desk.window.getByRole('dialog');
  }

  async compare(): Promise<void> {
    await this.region.getByRole('button', { name: 'Compare' }).click();
  }

  async findChange(text: string): Promise<void> {
    await this.comparison.getByRole('searchbox', { name: 'Filter changes' }).fill(text);
  }

  async closeComparison(): Promise<void> {
    await this.comparison.getByRole('button', { name: 'Close' }).click();
  }

  async restore(): Promise<void> {
    await this.region.getByRole('button', { name: 'Restore to draft' }).click();
  }

  async putAway(): Promise<void> {
    await this.region.getByRole('button', { name: 'Put away' }).click();
  }
}
