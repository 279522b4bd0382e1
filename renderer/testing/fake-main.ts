import type { AppError } from '../../core/app-error.ts';
import { joinParts } from '../../core/draft/action-parts.ts';
import {
  applyAction,
  baseReaders,
  type Draft,
  type DraftAction,
  draftReaders,
  emptyDraft,
  rebase,
} from '../../core/draft/draft.ts';
import { type DraftPart, draftParts } from '../../core/draft/draft-parts.ts';
import { draftActionSchema } from '../../core/draft/draft-schema.ts';
import { mergeDraft } from '../../core/draft/merge-draft.ts';
import { mergeLists } from '../../core/draft/merge-lists.ts';
import type { Events } from '../../core/ipc/contract.ts';
import type { PushState } from '../../core/push/push-state.ts';
import { noChanges } from '../../core/readers/change.ts';
import { diffLists } from '../../core/readers/diff.ts';
import type { Reader } from '../../core/readers/reader.ts';
import { fail, ok, type Result } from '../../core/result.ts';
import type { DraftApi } from '../draft/draft-session.ts';

export const diskFull: AppError = { code: 'disk', message: 'The disk is full.', next: 'Free some space.' };
export const offline: AppError = { code: 'unreachable', message: 'Camio did not answer.', next: 'Check the network.' };
export const outOfStep: AppError = {
  code: 'draft-out-of-step',
  message: 'The draft moved on.',
  next: 'Open it again.',
};
const beyondTheLast: AppError = { code: 'not-found', message: 'That was the whole draft.', next: 'Open it again.' };

/** For tests: main's side of one draft, as the contract has it, with the faults a test asks for. */
export class MainStandIn {
  draft: Draft = emptyDraft;
  remote: readonly Reader[] = [reader('1', 'Lobby'), reader('2', 'Roof')];
  readonly applied: DraftAction[] = [];
  readonly notices: AppError[] = [];
  applyFault: 'none' | 'disk full' | 'answer lost' = 'none';
  /** What main knew of a move before the window asked. */
  movedBefore = 0;
  openFault: AppError | null = null;
  refreshFault: AppError | null = null;
  beforeAdopting: () => void = () => {};
  /** What a test does as a part of a long action arrives. */
  partArrived: (at: number) => void = () => {};
  private readonly arrived: DraftAction[] = [];
  private parts: Iterator<DraftPart, undefined> = draftParts(this.draft);
  private readonly pushListeners = new Set<(push: { connectionId: string; state: PushState }) => void>();
  private readonly movedListeners = new Set<(news: Events['remoteMoved']) => void>();

  readonly api: DraftApi = {
    draft: {
      open: async () =>
        this.openFault
          ? fail(this.openFault)
          : ok({
              opening: 1,
              part: this.begin(),
              notices: this.notices.splice(0),
              moved: this.movedBefore,
            }),
      more: async () => {
        const { value } = this.parts.next();
        return value ? ok(value) : fail(beyondTheLast);
      },
      apply: async ({ seq, action }) => this.apply(seq, draftActionSchema.parse(JSON.parse(action))),
      applyPart: async ({ seq, at, isLast, action: text }) => {
        this.arrived.length = at;
        this.arrived.push(draftActionSchema.parse(JSON.parse(text)));
        this.partArrived(at);
        const [first, ...rest] = this.arrived;
        if (!isLast || !first) return ok(null);
        return this.apply(seq, joinParts([first, ...rest]));
      },
      refresh: async () => {
        this.beforeAdopting();
        if (this.refreshFault) return fail(this.refreshFault);
        this.draft = rebase(this.draft, { readers: this.remote, readAt: '2026-11-22T20:00:00.000Z' });
        return ok({ kind: 'adopted', readers: this.remote.length, moved: null, lost: 0 });
      },
      compare: async () => {
        if (this.refreshFault) return fail(this.refreshFault);
        if (diffLists(baseReaders(this.draft), this.remote).total === 0) return ok({ kind: 'unmoved' });
        const merge = mergeLists(this.draft.rows, this.remote);
        return ok({ kind: 'moved', seq: this.draft.seq, readAt: '2026-11-22T20:30:00.000Z', merge });
      },
      merge: async ({ seq, readAt, choices }) => {
        if (seq !== this.draft.seq) return fail(outOfStep);
        const keep = new Map(choices.map((choice) => [choice.row, choice.keep]));
        const merged = mergeDraft(this.draft, { readers: this.remote, readAt }, keep);
        if (!merged.ok) throw new Error(`${merged.error.clashes} clashes were left.`);
        this.draft = merged.value;
        return ok({ seq: this.draft.seq });
      },
      watch: async () => ok(undefined),
    },
    on: {
      pushState: (listener) => {
        this.pushListeners.add(listener);
        return () => this.pushListeners.delete(listener);
      },
      remoteMoved: (listener) => {
        this.movedListeners.add(listener);
        return () => this.movedListeners.delete(listener);
      },
    },
  };

  private apply(seq: number, action: DraftAction): Result<{ readonly seq: number }, AppError> {
    if (this.applyFault === 'disk full') return fail(diskFull);
    if (seq !== this.draft.seq) return fail(outOfStep);
    const applied = applyAction(this.draft, action);
    if (!applied.ok) throw new Error(`Main refused ${action.kind}: ${applied.error.code}`);
    this.draft = applied.value.draft;
    this.applied.push(action);
    if (this.applyFault === 'answer lost') throw new Error('The channel closed.');
    return ok({ seq: this.draft.seq });
  }

  private begin(): DraftPart {
    this.parts = draftParts(this.draft);
    const { value } = this.parts.next();
    if (!value) throw new Error('A draft has one part at least.');
    return value;
  }

  /** Somebody else's list is in Camio, and main has noticed. */
  moved(connectionId: string, remote: readonly Reader[]): void {
    this.remote = remote;
    const readers = diffLists(baseReaders(this.draft), remote).total;
    for (const listener of this.movedListeners) listener({ connectionId, readers });
  }

  pushed(connectionId: string): void {
    this.draft = rebase(this.draft, { readers: draftReaders(this.draft), readAt: '2026-11-22T21:00:00.000Z' });
    const state: PushState = { kind: 'stored', at: '2026-11-22T21:00:00.000Z', readers: 2, counts: noChanges };
    for (const listener of this.pushListeners) listener({ connectionId, state });
  }
}

export function reader(id: string, name: string): Reader {
  return { id, name };
}
