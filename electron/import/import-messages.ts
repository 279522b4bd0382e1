import type { AppError } from '../../core/app-error.ts';
import type { ImportChoices, ImportComparison } from '../../core/import/import-comparison.ts';
import type { ImportPlan, KnownList } from '../../core/import/import-plan.ts';
import type { UnreadFile } from '../../core/import/import-refusal.ts';
import type { ImportMapping, ImportTable, ImportTarget, ReadOptions } from '../../core/import/import-table.ts';
import type { Result } from '../../core/result.ts';

// What passes between main, the process of a file, and the thread in it. Each question is answered once, in order;
// progress comes between.

/** What the thread begins with. */
export interface ImportThreadData {
  readonly path: string;
  readonly fileName: string;
  readonly target: ImportTarget;
}

export type ImportQuestion =
  | { readonly kind: 'read'; readonly options: ReadOptions }
  | {
      readonly kind: 'compare' | 'plan';
      readonly mapping: ImportMapping;
      readonly choices: ImportChoices;
      readonly known: KnownList;
    };

export type ImportMessage =
  | {
      readonly kind: 'progress';
      readonly phase: 'reading' | 'comparing';
      readonly done: number;
      readonly total: number;
    }
  | { readonly kind: 'read'; readonly table: Result<ImportTable, AppError | UnreadFile> }
  | { readonly kind: 'compare'; readonly comparison: ImportComparison }
  | { readonly kind: 'plan'; readonly comparison: ImportComparison; readonly plan: ImportPlan };

/** What main tells the process: first to begin, then the questions for its thread. */
export type ImportRequest =
  | {
      readonly kind: 'begin';
      /** The address of the built import-worker.ts. */
      readonly worker: string;
      readonly data: ImportThreadData;
      readonly memoryMb: number;
    }
  | { readonly kind: 'ask'; readonly question: ImportQuestion };

/** What the process tells main: what its thread says, or why that ended. */
export type ImportReport =
  | ImportMessage
  | { readonly kind: 'out of memory' }
  /** A bug. */
  | { readonly kind: 'failed'; readonly why: string };
