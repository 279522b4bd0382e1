import type { AppError } from '../../core/app-error.ts';
import { type Draft, hasChanges } from '../../core/draft/draft.ts';
import type { ReaderDeskApi } from '../../core/ipc/contract.ts';
import { isUnderWay, type PushState } from '../../core/push/push-state.ts';
import { fail } from '../../core/result.ts';

/** The draft a push was started from: a later edit or another base makes its end old news. */
export type ReviewedDraft = Pick<Draft, 'seq' | 'baseReadAt'>;

/** What the window knows of a connection's push. */
export type PushView =
  /** Main has not answered yet whether there is one. */
  | { readonly kind: 'asking' }
  | { readonly kind: 'unknown'; readonly error: AppError }
  | { readonly kind: 'none' }
  /** Asked for; main has not named its first state yet. */
  | { readonly kind: 'starting' }
  /** `reviewed` is null for a push that this window did not start. `wasSeen`: its end was on the page before. */
  | {
      readonly kind: 'state';
      readonly state: PushState;
      readonly reviewed: ReviewedDraft | null;
      readonly wasSeen: boolean;
    };

/** The calls a push session needs of the contract. */
export type PushIpc = Pick<ReaderDeskApi, 'push'> & { readonly on: Pick<ReaderDeskApi['on'], 'pushState'> };

const asking: PushView = { kind: 'asking' };

/**
 * The pushes of this window, one per connection at most. Lives as long as the window does, so that a push started on the
 * Review page is followed whichever page is in view.
 */
export class PushSession {
  private readonly views = new Map<string, PushView>();
  private readonly reviewed = new Map<string, ReviewedDraft>();
  private readonly listeners = new Set<() => void>();
  /** Of which main is being asked. */
  private readonly asked = new Set<string>();

  constructor(private readonly ipc: PushIpc) {
    ipc.on.pushState(({ connectionId, state }) => this.enter(connectionId, state));
  }

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  view(connectionId: string): PushView {
    return this.views.get(connectionId) ?? asking;
  }

  /** Asks main for the running or last push, unless the window follows one already. */
  async resume(connectionId: string): Promise<void> {
    const known = this.view(connectionId).kind;
    if (known === 'starting' || known === 'state' || known === 'none' || this.asked.has(connectionId)) return;
    this.asked.add(connectionId);
    this.show(connectionId, asking);
    const answer = await this.ipc.push.state({ connectionId }).catch((cause: unknown) => fail(callBroke(cause)));
    this.asked.delete(connectionId);
    // A state that came in meanwhile is newer than the answer.
    if (this.view(connectionId).kind !== 'asking') return;
    if (!answer.ok) this.show(connectionId, { kind: 'unknown', error: answer.error });
    else if (answer.value === null) this.show(connectionId, { kind: 'none' });
    else this.enter(connectionId, answer.value);
  }

  /** Starts a push of the draft as reviewed, with what was typed to release the brake and to send unseen. Does nothing while one is starting or under way: a double click is one push. */
  async start(connectionId: string, reviewed: ReviewedDraft, typed: string, unseen: string): Promise<void> {
    const view = this.view(connectionId);
    if (view.kind === 'starting' || (view.kind === 'state' && isUnderWay(view.state))) return;
    this.reviewed.set(connectionId, reviewed);
    this.show(connectionId, { kind: 'starting' });
    try {
      const answer = await this.ipc.push.start({ connectionId, seq: reviewed.seq, typed, unseen });
      if (!answer.ok) this.enter(connectionId, { kind: 'refused', error: answer.error });
    } catch (cause) {
      this.show(connectionId, { kind: 'unknown', error: callBroke(cause) });
    }
  }

  /** Asks main to stop the push; answers with the reason where it could not be asked. */
  async cancel(connectionId: string): Promise<AppError | null> {
    const answer = await this.ipc.push.cancel({ connectionId });
    return answer.ok ? null : answer.error;
  }

  /** Asks main to read back once more what became of the last push; answers with the reason where it cannot. */
  async settle(connectionId: string): Promise<AppError | null> {
    const answer = await this.ipc.push.settle({ connectionId });
    return answer.ok ? null : answer.error;
  }

  /** Puts an ended push away; one under way stays. */
  dismiss(connectionId: string): void {
    const view = this.view(connectionId);
    if (view.kind === 'state' && !isUnderWay(view.state)) this.show(connectionId, { kind: 'none' });
  }

  /** The page is left: an end that was on it has been seen. */
  leave(connectionId: string): void {
    const view = this.view(connectionId);
    if (view.kind === 'state' && !isUnderWay(view.state)) this.show(connectionId, { ...view, wasSeen: true });
  }

  /** The connection is gone. One that comes under its id has had no push, whatever main remembers of the other's. */
  forget(connectionId: string): void {
    this.reviewed.delete(connectionId);
    this.show(connectionId, { kind: 'none' });
  }

  private enter(connectionId: string, state: PushState): void {
    const reviewed = this.reviewed.get(connectionId) ?? null;
    this.show(connectionId, { kind: 'state', state, reviewed, wasSeen: false });
  }

  private show(connectionId: string, view: PushView): void {
    this.views.set(connectionId, view);
    for (const listener of this.listeners) listener();
  }
}

/** A call that ended in an exception: a fault of this program, not a refusal. */
function callBroke(cause: unknown): AppError {
  return {
    code: 'outcome-unknown',
    message: 'Reader Desk ran into a fault of its own, so it is not known whether a push was started.',
    next: 'Press Retry to find out.',
    detail: String(cause),
  };
}

/**
 * Whether a push still speaks of this draft. One under way does, and an end until it was seen. After that `stored` does
 * until there is something new to push, and any other end until the draft is edited or put on another base.
 */
export function concerns(view: PushView, draft: Draft): boolean {
  if (view.kind !== 'state' || isUnderWay(view.state) || !view.wasSeen) return true;
  if (view.state.kind === 'stored' || view.state.kind === 'sent, not verified') return !hasChanges(draft);
  return view.reviewed?.seq === draft.seq && view.reviewed.baseReadAt === draft.baseReadAt;
}

/**
 * Whether a push found that Camio does not offer its list for reading, and the list has not been read since: a reading
 * puts the draft on a base of another time.
 */
export function sawNoList(view: PushView, { baseReadAt }: Pick<Draft, 'baseReadAt'>): boolean {
  if (view.kind !== 'state' || view.state.kind !== 'list not seen') return false;
  return view.reviewed === null || view.reviewed.baseReadAt === baseReadAt;
}
