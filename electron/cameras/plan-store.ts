import { join } from 'node:path';
import type { AppError } from '../../core/app-error.ts';
import type { CameraPlan } from '../../core/cameras/camera-plan.ts';
import type { PlanAction } from '../../core/cameras/plan-action.ts';
import { ok, type Result } from '../../core/result.ts';
import type { ConnectionStore } from '../connections/connection-store.ts';
import type { Journalled, JournalledOptions } from '../store/journalled/journalled.ts';
import { createJournals } from '../store/journalled/journals.ts';
import { planFormat } from './plan-format.ts';

/** The camera plans on disk, one journal per connection, opened on first use. */
export interface PlanStore {
  /** The plan with what opening its files found out (said once, to whoever opens it first). */
  open(
    connectionId: string,
  ): Promise<Result<{ readonly plan: CameraPlan; readonly notices: readonly AppError[] }, AppError>>;
  /** The plan as it is on disk. What opening its files found out is left for `open` to say. */
  current(connectionId: string): Promise<Result<CameraPlan, AppError>>;
  /** Applies an action to the plan numbered `seq`; ok means it is on disk. */
  apply(connectionId: string, seq: number, action: PlanAction): Promise<Result<CameraPlan, AppError>>;
  /** Cameras of a plan that somebody worked on, else 0. Does not fail: a plan that cannot be read counts as 0. */
  worked(connectionId: string): Promise<number>;
  /** Lets go of the connection's files, runs what deletes them, and only then lets anybody open them again. */
  release<T>(connectionId: string, whileReleased: () => Promise<T>): Promise<T>;
  /** Waits for writes under way and compacts; called before quitting. */
  close(): Promise<void>;
}

interface PlanStoreOptions extends Partial<JournalledOptions> {
  readonly connections: Pick<ConnectionStore, 'folder'>;
  /** What a connection's plan is before anybody touched it; null for an empty one. */
  readonly firstPlan?: (connectionId: string) => CameraPlan | null;
}

export function createPlanStore({ connections, firstPlan, ...options }: PlanStoreOptions): PlanStore {
  const folderOf = (connectionId: string) => join(connections.folder(connectionId), 'plan');
  const journals = createJournals(planFormat, folderOf, options);

  async function journalOf(connectionId: string): Promise<Result<Journalled<CameraPlan, PlanAction>, AppError>> {
    const journal = await journals.of(connectionId);
    if (!journal.ok || journal.value.state.seq > 0) return journal;
    const first = firstPlan?.(connectionId);
    if (!first) return journal;
    const begun = await journal.value.replace((plan) => ok(plan.seq > 0 ? plan : first));
    return begun.ok ? journal : begun;
  }

  return {
    async open(connectionId) {
      const journal = await journalOf(connectionId);
      return journal.ok ? ok({ plan: journal.value.state, notices: journal.value.takeNotices() }) : journal;
    },

    async current(connectionId) {
      const journal = await journalOf(connectionId);
      return journal.ok ? ok(journal.value.state) : journal;
    },

    async apply(connectionId, seq, action) {
      const journal = await journalOf(connectionId);
      return journal.ok ? journal.value.apply(seq, action) : journal;
    },

    async worked(connectionId) {
      const journal = await journals.of(connectionId);
      if (!journal.ok) return 0;
      const { cameras, undo, redo } = journal.value.state;
      return undo.length + redo.length > 0 ? cameras.size : 0;
    },

    release: journals.release,
    close: journals.close,
  };
}
