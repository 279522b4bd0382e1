import type { BrowserContext, Page } from 'playwright';
import { whileOpen } from './while-open.ts';

/** What main answered about windows that pages want to open, in the order they will appear. */
const answers: boolean[] = [];
const denied = new WeakSet<Page>();

export function expectPopup(allowed: boolean): void {
  answers.push(allowed);
}

/** A page that no BrowserWindow made was opened by a page; it stays only if main allowed it. */
export function closeDeniedPopups(context: BrowserContext): void {
  context.on('page', (page) => {
    if (answers.length === 0 || answers.shift()) return;
    denied.add(page);
    whileOpen(page.close());
  });
}

/** Whether a page is about to be closed, so that nothing it asks for goes out; null for one not known yet. */
export const isDenied = (page: Page | null): boolean => (page ? denied.has(page) : answers[0] === false);
