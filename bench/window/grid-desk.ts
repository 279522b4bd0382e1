import type { Locator, Page } from '@playwright/test';
import type { Reader } from '../../core/readers/reader.ts';

/** A grid of readers as the benchmarks drive it: the product's, or a peer's with the same readers. */
export interface GridDesk {
  readonly page: Page;
  readonly list: readonly Reader[];
  readonly filter: Locator;
  readonly nameHead: Locator;
  nameCell(id: string): Locator;
  /** The field of the cell that is being edited. */
  readonly cellEditor: Locator;
  /** Shows the list. Answers the time from the click to the frame with the first rows. */
  open(): Promise<number>;
}
