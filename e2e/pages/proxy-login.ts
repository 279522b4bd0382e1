import type { Locator } from '@playwright/test';
import type { Desk } from './desk.ts';

/** The dialog in which a person signs in to the proxy of their network. */
export class ProxyLogin {
  constructor(readonly desk: Desk) {}

  get dialog(): Locator {
    return this.desk.window.getByRole('dialog', { name: 'Sign in to the proxy of this network' });
  }

  async signIn(username: string, password: string): Promise<void> {
    await this.dialog.getByRole('textbox', { name: 'User name' }).fill(username);
    await this.dialog.getByLabel('Password').fill(password);
    await this.dialog.getByRole('button', { name: 'Sign in' }).click();
  }

  async cancel(): Promise<void> {
    await this.dialog.getByRole('button', { name: 'Cancel' }).click();
  }
}
