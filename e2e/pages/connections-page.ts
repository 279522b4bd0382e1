import type { Locator } from '@playwright/test';
import type { Desk } from './desk.ts';
import { ReadersPage } from './readers-page.ts';
import { SignInDialog } from './sign-in-dialog.ts';

export interface ConnectionDetails {
  readonly name: string;
  readonly baseUrl: string;
  readonly token: string;
}

export interface SignInDetails extends Omit<ConnectionDetails, 'token'> {
  readonly clientId: string;
  readonly authorizeUrl: string;
  readonly tokenUrl: string;
}

export class ConnectionsPage {
  constructor(readonly desk: Desk) {}

  private get window() {
    return this.desk.window;
  }

  get form(): Locator {
    return this.window.getByRole('form');
  }

  connection(name: string): Locator {
    return this.window.getByRole('listitem').filter({ has: this.window.getByRole('heading', { name, exact: true }) });
  }

  async startAdding(): Promise<void> {
    await this.window.getByRole('button', { name: 'Add connection' }).click();
  }

  async fill({ name, baseUrl, token }: ConnectionDetails): Promise<void> {
    await this.window.getByRole('textbox', { name: 'Name', exact: true }).fill(name);
    await this.window.getByRole('textbox', { name: 'API base URL' }).fill(baseUrl);
    await this.window.getByLabel('Token', { exact: true }).fill(token);
  }

  /** Fills the form for signing in; the addresses stand in their disclosure. */
  async fillSignIn(details: SignInDetails): Promise<void> {
    const { window } = this;
    await window.getByRole('textbox', { name: 'Name', exact: true }).fill(details.name);
    await window.getByRole('textbox', { name: 'API base URL' }).fill(details.baseUrl);
    await window
      .getByRole('radiogroup', { name: 'How to get the token' })
      .getByRole('radio', { name: 'Sign in with Camio' })
      .check();
    await window.getByRole('textbox', { name: 'Client ID' }).fill(details.clientId);
    await window.getByRole('button', { name: 'Addresses' }).click();
    await window.getByRole('textbox', { name: 'Authorize URL' }).fill(details.authorizeUrl);
    await window.getByRole('textbox', { name: 'Token URL' }).fill(details.tokenUrl);
  }

  async addSigningIn(details: SignInDetails): Promise<void> {
    await this.startAdding();
    await this.fillSignIn(details);
    await this.save();
    await this.connection(details.name).waitFor();
  }

  async signIn(name: string): Promise<SignInDialog> {
    await this.connection(name)
      .getByRole('button', { name: /^Sign in/ })
      .click();
    return new SignInDialog(this.window);
  }

  async save(): Promise<void> {
    await this.window.getByRole('button', { name: 'Save', exact: true }).click();
  }

  async add(details: ConnectionDetails): Promise<void> {
    await this.startAdding();
    await this.fill(details);
    await this.save();
    await this.connection(details.name).waitFor();
  }

  async check(name: string): Promise<void> {
    await this.connection(name).getByRole('button', { name: 'Check connection' }).click();
  }

  async open(name: string): Promise<ReadersPage> {
    await this.connection(name).getByRole('button', { name: 'Open', exact: true }).click();
    return new ReadersPage(this.desk);
  }

  /** Deletes a connection without changes in its draft. */
  async delete(name: string): Promise<void> {
    await this.connection(name).getByRole('button', { name: 'Delete connection' }).click();
    await this.window.getByRole('alertdialog').getByRole('button', { name: 'Delete connection' }).click();
    await this.connection(name).waitFor({ state: 'hidden' });
  }

  async tryPractice(): Promise<ReadersPage> {
    await this.window.getByRole('button', { name: 'Try the practice account' }).click();
    return new ReadersPage(this.desk);
  }

  async edit(name: string, { name: newName, color }: { readonly name: string; readonly color: string }): Promise<void> {
    await this.connection(name).getByRole('button', { name: 'Edit' }).click();
    await this.window.getByRole('textbox', { name: 'Name', exact: true }).fill(newName);
    await this.window.getByRole('radio', { name: color }).check({ force: true });
    await this.save();
  }

  async setTimeZone(name: string, timeZone: string): Promise<void> {
    await this.connection(name).getByRole('button', { name: 'Edit' }).click();
    const field = this.window.getByRole('combobox', { name: 'Time zone' });
    await field.fill(timeZone);
    await field.press('Tab');
    await this.save();
    await this.form.waitFor({ state: 'hidden' });
  }

  /** Presses *Delete connection*; answers the dialog that asks. */
  async startDeleting(name: string): Promise<Locator> {
    await this.connection(name).getByRole('button', { name: 'Delete connection' }).click();
    return this.window.getByRole('alertdialog');
  }

  async replaceToken(name: string, token: string): Promise<void> {
    await this.connection(name).getByRole('button', { name: 'Replace token' }).click();
    await this.window.getByLabel('Token', { exact: true }).fill(token);
    await this.window.getByRole('dialog').getByRole('button', { name: 'Save', exact: true }).click();
  }
}
