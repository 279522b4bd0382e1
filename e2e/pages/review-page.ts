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

  async showWhatWillBeSent(): Promise<void> {
    await this.window.getByRole('button', { name: 'What will be sent' }).click();
  }

  async push(): Promise<void> {
    await this.pushButton.click();
  }
}
