import type { Locator } from '@playwright/test';
import type { Desk } from './desk.ts';

export class ReviewPage {
  constructor(readonly desk: Desk) {}

  private get window() {
    return this.desk.window;
  }

  get changes(): Locator {
    return this.window.getByRole('table', { name: 'Changes' });
  }

  get pushButton(): Locator {
    return this.window.getByRole('button', { name: 'Push to Camio' });
  }

  summary(text: string): Locator {
    return this.window.getByText(text);
  }

  brake(removed: number): Locator {
    return this.window.getByRole('textbox', { name: `Type ${removed} to confirm` });
  }

  get conflicts(): Locator {
    return this.window.getByRole('table', { name: 'Conflicts' });
  }

  get mergedByItself(): Locator {
    return this.window.getByRole('table', { name: 'Merged by itself' });
  }

  get useMergedListButton(): Locator {
    return this.window.getByRole('button', { name: 'Use merged list' });
  }

  conflict(id: string): Locator {
    return this.conflicts.getByRole('row').filter({ has: this.window.getByRole('cell', { name: id, exact: true }) });
  }

  async keep(id: string, side: 'mine' | 'theirs'): Promise<void> {
    await this.conflict(id)
      .getByRole('button', { name: `Keep ${side}` })
      .click();
  }

  async keepForAll(side: 'mine' | 'theirs'): Promise<void> {
    await this.window.getByRole('button', { name: `Keep ${side} for all` }).click();
  }

  async showMergedByItself(): Promise<void> {
    await this.window.getByRole('button', { name: 'Merged by itself' }).click();
  }

  async useMergedList(): Promise<void> {
    await this.useMergedListButton.click();
  }

  async showWhatWillBeSent(): Promise<void> {
    await this.window.getByRole('button', { name: 'What will be sent' }).click();
  }

  async push(): Promise<void> {
    await this.pushButton.click();
  }
}
