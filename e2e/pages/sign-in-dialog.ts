import type { Locator, Page } from '@playwright/test';

/** The dialog that follows a sign-in. */
export class SignInDialog {
  constructor(private readonly window: Page) {}

  get dialog(): Locator {
    return this.window.getByRole('dialog', { name: 'Sign in with Camio' });
  }

  /** What it says about where the sign-in stands. */
  get status(): Locator {
    return this.dialog.getByRole('status');
  }

  async press(name: 'Copy the link' | 'Open again' | 'Cancel' | 'Paste a token instead' | 'Try again' | 'Close') {
    await this.dialog.getByRole('button', { name, exact: true }).click();
  }
}
