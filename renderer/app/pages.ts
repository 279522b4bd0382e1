import {
  Cctv,
  FileCheck2,
  History,
  List,
  ListChecks,
  type LucideIcon,
  Plug,
  SlidersHorizontal,
  Zap,
} from 'lucide-react';
import { type ComponentType, lazy } from 'react';
import { ConnectionsPage } from '../connections/ConnectionsPage.tsx';
import { ReadersPage } from '../readers/ReadersPage.tsx';
import type { Page } from '../window/navigation.ts';
import { laterPage } from './later-page.tsx';

interface PageEntry {
  /** The navigation link's name, and the page's h1. */
  readonly title: string;
  readonly Icon: LucideIcon;
  readonly Content: ComponentType;
  readonly needsConnection: boolean;
  /** What the status line says of the page's own work, in place of the draft. */
  readonly Status?: ComponentType;
}

// The two pages the window can open with are part of its first load; the others are read while it stands idle.
const later = {
  review: laterPage(async () => (await import('../review/ReviewPage.tsx')).ReviewPage),
  cameras: laterPage(async () => (await import('../camera-plan/CameraPlanPage.tsx')).CameraPlanPage),
  events: laterPage(async () => (await import('../events/TestEventsPage.tsx')).TestEventsPage),
  commissioning: laterPage(async () => (await import('../commissioning/CommissioningPage.tsx')).CommissioningPage),
  history: laterPage(async () => (await import('../history/HistoryPage.tsx')).HistoryPage),
  settings: laterPage(async () => (await import('../settings/SettingsPage.tsx')).SettingsPage),
};

const PlanStatus = lazy(() =>
  import('../camera-plan/PlanStatus.tsx').then(({ PlanStatus }) => ({ default: PlanStatus })),
);

/** Reads the pages that are not part of the first load, so that going to them does not wait. */
export function readLaterPages(): void {
  for (const { read } of Object.values(later)) void read();
}

/** Every page of the window, in the rail's order. */
export const pages: { readonly [P in Page]: PageEntry } = {
  readers: { title: 'Readers', Icon: List, Content: ReadersPage, needsConnection: true },
  review: { title: 'Review', Icon: FileCheck2, Content: later.review.Content, needsConnection: true },
  'camera plan': {
    title: 'Camera plan',
    Icon: Cctv,
    Content: later.cameras.Content,
    needsConnection: true,
    Status: PlanStatus,
  },
  'test events': { title: 'Test events', Icon: Zap, Content: later.events.Content, needsConnection: true },
  commissioning: {
    title: 'Commissioning',
    Icon: ListChecks,
    Content: later.commissioning.Content,
    needsConnection: true,
  },
  // The activity log is the app's, and the record of a deleted connection must be within reach: no connection needed.
  history: { title: 'History', Icon: History, Content: later.history.Content, needsConnection: false },
  connections: { title: 'Connections', Icon: Plug, Content: ConnectionsPage, needsConnection: false },
  settings: { title: 'Settings', Icon: SlidersHorizontal, Content: later.settings.Content, needsConnection: false },
};
