import { z } from 'zod';
import type { AppError } from '../app-error.ts';
import { type ImportChoices, type ImportComparison, importModes } from '../import/import-comparison.ts';
import { importLimits } from '../import/import-refusal.ts';
import {
  encodings,
  fixedWidth,
  type ImportMapping,
  type ImportTable,
  importTargets,
  type QuoteStyle,
  quoteStyles,
  type ReadOptions,
} from '../import/import-table.ts';
import { answers, type Checked, connectionId } from './call.ts';

const readOptions: Checked<ReadOptions> = z.object({
  encoding: z.enum(encodings).nullable(),
  delimiter: z.union([z.literal(fixedWidth), z.string().length(1)]).nullable(),
  quotes: z.enum(quoteStyles).nullable(),
  sheet: z.union([z.int().min(0), z.literal('together')]).nullable(),
  list: z.string().max(10_000).nullable(),
  headerLine: z.int().nonnegative().nullable(),
  takesHidden: z.boolean().exactOptional(),
});

const columnIndex = z.int().nonnegative();
const columnBinding = z.object({ columns: z.array(columnIndex).max(1_000), separator: z.string().max(20) });

const importMapping: Checked<ImportMapping> = z.object({
  id: columnBinding,
  name: columnBinding,
  otherFields: columnIndex.nullable(),
  site: columnIndex.nullable(),
});

const lineNumbers = z.array(z.int().positive()).max(importLimits.rows);

const importChoices: Checked<ImportChoices> = z.object({
  mode: z.enum(importModes),
  leaveOutErrors: z.boolean(),
  repairs: lineNumbers,
  leftOut: lineNumbers,
  takenIn: lineNumbers,
  otherNames: lineNumbers,
});

export type ImportFileOutcome =
  | { readonly kind: 'opened'; readonly table: ImportTable }
  /** It could not be read as it seems to be meant, but it can be read in these ways. */
  | { readonly kind: 'unread'; readonly error: AppError; readonly offers: readonly QuoteStyle[] }
  | { readonly kind: 'cancelled' };

export type ImportOutcome =
  | {
      readonly kind: 'imported';
      readonly added: number;
      readonly renamed: number;
      readonly removed: number;
      /** Rows of the file left out because of errors. */
      readonly leftOut: number;
    }
  /** The list held all of it already. */
  | { readonly kind: 'same' };

/** How far reading or comparing a file has come; `total` is 0 while it is not known. */
export interface ImportProgress {
  readonly connectionId: string;
  readonly phase: 'reading' | 'comparing';
  readonly done: number;
  readonly total: number;
}

export const importCalls = {
  /** Asks for a file and reads it. A file chosen before is let go. */
  choose: answers<ImportFileOutcome>()(z.object({ connectionId, target: z.enum(importTargets) })),
  /** Reads the chosen file again, as the person says. */
  read: answers<ImportTable>()(z.object({ connectionId, options: readOptions })),
  /** What an import would do to the draft, or to the cameras, as they are on disk. Changes nothing. */
  compare: answers<ImportComparison>()(z.object({ connectionId, mapping: importMapping, choices: importChoices })),
  /** Imports, as one step that can be undone. `seq` is the draft's, or the plan's, before; `choices` as compared. */
  apply: answers<ImportOutcome>()(
    z.object({ connectionId, mapping: importMapping, choices: importChoices, seq: z.int() }),
  ),
  /** Stops what is under way and lets the file go. */
  cancel: answers<void>()(z.object({ connectionId })),
};
