import type { Reader } from '../readers/reader.ts';

/**
 * What the list has before an import, column by column, since a hundred thousand objects take too long to hand to
 * another thread. The first `listed` are in the list; those after them were taken out of it and could come back.
 */
export interface KnownList {
  readonly ids: readonly string[];
  readonly names: readonly string[];
  /** For cameras, else null. */
  readonly sites: readonly string[] | null;
  readonly listed: number;
}

/** What an import does, in the places of the known list. */
export interface ImportPlan {
  /** What gets another name or site, and what comes back. */
  readonly changed: readonly { readonly place: number; readonly name: string; readonly site: string }[];
  readonly added: readonly (Reader & { readonly site: string })[];
  readonly removed: readonly number[];
}
