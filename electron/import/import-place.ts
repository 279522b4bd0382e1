import type { AppError } from '../../core/app-error.ts';
import type { ImportPlan, KnownList } from '../../core/import/import-plan.ts';
import type { Result } from '../../core/result.ts';

/** Where an import goes: a connection's draft, or its cameras. */
export interface ImportPlace {
  /** What is there now. */
  look(connectionId: string): Promise<Result<PlaceInView, AppError>>;
}

/** A place as it was when it was looked at. */
export interface PlaceInView {
  readonly known: KnownList;
  /**
   * Carries out a plan made for these very entries, as one step. Refuses with `draft-out-of-step` where `seq` is not the
   * number of what was looked at.
   */
  apply(seq: number, plan: ImportPlan): Promise<Result<void, AppError>>;
}
