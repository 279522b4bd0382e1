import type { Locator, Page } from '@playwright/test';
import { CameraPlanPage } from './camera-plan-page.ts';
import { CommissioningPage } from './commissioning-page.ts';
import { ConnectionsPage } from './connections-page.ts';
import { HistoryPage } from './history-page.ts';
import { ReadersPage } from './readers-page.ts';
import { ReviewPage } from './review-page.ts';
import { SettingsPage } from './settings-page.ts';
import { TestEventsPage } from './test-events-page.ts';

/** The window as a person sees it: the rail, the status line, the messages. Going somewhere returns that page. */
export class Desk {
  constructor(readonly window: Page) {}

  get rail(): Locator {
    return this.window.getByRole('navigation');
  }

  get heading(): Locator {
    return this.window.getByRole('heading', { level: 1 });
  }

  get status(): Locator {
    return this.window.getByRole('status', { name: 'Status line' });
  }

  get saved(): Locator {
    return this.status.getByText('Saved', { exact: true });
  }

  get alerts(): Locator {
    return this.window.getByRole('alert');
  }

  /** The good end of a push: the list was read back and is the one that was sent. */
  stored(readers: number): Locator {
    return this.window.getByText(`Camio now holds ${readers} readers`);
  }

  /** Tries again what the page could not do. */
  get retryButton(): Locator {
    return this.window.getByRole('button', { name: 'Retry' });
  }

  /** Offered where somebody else changed Camio's list. */
  get reviewMovedButton(): Locator {
    return this.window.getByRole('button', { name: 'Review what moved' });
  }

  async goToConnections(): Promise<ConnectionsPage> {
    await this.rail.getByRole('link', { name: 'Connections' }).click();
    return new ConnectionsPage(this);
  }

  async goToReaders(): Promise<ReadersPage> {
    await this.rail.getByRole('link', { name: 'Readers' }).click();
    return new ReadersPage(this);
  }

  async goToReview(): Promise<ReviewPage> {
    await this.rail.getByRole('link', { name: 'Review' }).click();
    return new ReviewPage(this);
  }

  async goToCameraPlan(): Promise<CameraPlanPage> {
    await this.rail.getByRole('link', { name: 'Camera plan' }).click();
    return new CameraPlanPage(this);
  }

  async goToTestEvents(): Promise<TestEventsPage> {
    await this.rail.getByRole('link', { name: 'Test events' }).click();
    return new TestEventsPage(this);
  }

  async goToCommissioning(): Promise<CommissioningPage> {
    await this.rail.getByRole('link', { name: 'Commissioning' }).click();
    return new CommissioningPage(this);
  }

  async goToHistory(): Promise<HistoryPage> {
    await this.rail.getByRole('link', { name: 'History' }).click();
    return new HistoryPage(this);
  }

  async goToSettings(): Promise<SettingsPage> {
    await this.rail.getByRole('link', { name: 'Settings' }).click();
    return new SettingsPage(this);
  }
}
