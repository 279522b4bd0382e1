import { FileCheck2, History, List, type LucideIcon, Plug, SlidersHorizontal, Zap } from 'lucide-react';
import { type ComponentType, lazy } from 'react';
import { ConnectionsPage } from '../connections/ConnectionsPage.tsx';
import { ReadersPage } from '../readers/ReadersPage.tsx';
import type { Page } from './navigation.ts';

interface PageEntry {
  /** The navigation link's name, and the page's h1. */
  readonly title: string;
  readonly Icon: LucideIcon;
  readonly Content: ComponentType;
  readonly needsConnection: boolean;
}

// The two pages the window can open with are part of its first load; the others are read while it stands idle.
const later = {
  review: () => import('../review/ReviewPage.tsx').then(({ ReviewPage }) => ({ default: ReviewPage })),
  events: () => import('../events/TestEventsPage.tsx').then(({ TestEventsPage }) => ({ default: TestEventsPage })),
  history: () => import('../history/HistoryPage.tsx').then(({ HistoryPage }) => ({ default: HistoryPage })),
  settings: () => import('../settings/SettingsPage.tsx').then(({ SettingsPage }) => ({ default: SettingsPage })),
};

/** Reads the pages that are not part of the first load, so that going to them does not wait. */
export function readLaterPages(): void {
  for (const read of Object.values(later)) void read();
}

/** Every page of the window, in the rail's order. */
export const pages: { readonly [P in Page]: PageEntry } = {
  readers: { title: 'Readers', Icon: List, Content: ReadersPage, needsConnection: true },
  review: { title: 'Review', Icon: FileCheck2, Content: lazy(later.review), needsConnection: true },
  'test events': { title: 'Test events', Icon: Zap, Content: lazy(later.events), needsConnection: true },
  // The activity log is the app's, and the record of a deleted connection must be within reach: no connection needed.
  history: { title: 'History', Icon: History, Content: lazy(later.history), needsConnection: false },
  connections: { title: 'Connections', Icon: Plug, Content: ConnectionsPage, needsConnection: false },
  settings: { title: 'Settings', Icon: SlidersHorizontal, Content: lazy(later.settings), needsConnection: false },
};
