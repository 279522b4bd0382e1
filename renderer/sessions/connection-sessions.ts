import type { AppError } from '../../core/app-error.ts';
import type { Unsaved } from '../../core/unsaved.ts';

/** What a window keeps open of one connection across pages, e.g. its draft. */
interface Session {
  readonly connectionId: string;
  /** Whether it can end without losing anything. */
  readonly canEnd: () => boolean;
  readonly close: () => void;
  readonly holds: Unsaved['of'];
  /** Saves what is not saved yet. */
  readonly settle: () => Promise<void>;
  readonly unsaved: () => { readonly edits: number; readonly error: AppError | null };
}

/** What keeps something of connections, e.g. drafts, or what was typed into a form. */
interface Keeper {
  forget(connectionId: string): void;
}

/** Everything of this window that does. */
const keepers: Keeper[] = [];

/** The keeper itself, which forgets a connection from now on when it was deleted. */
export function keptByConnection<K extends Keeper>(keeper: K): K {
  keepers.push(keeper);
  return keeper;
}

/** Those of them that hold what has to be saved. */
const saving: { all(): readonly Session[] }[] = [];

/**
 * To be called when a connection was deleted, since another may come under its id (the practice account's is fixed): what
 * was kept of it is gone, whatever is not saved goes with it.
 */
export function forgetConnection(connectionId: string): void {
  for (const keeper of keepers) keeper.forget(connectionId);
}

/** Has everything saved that this window keeps, waits so long at most, and says what is not on disk then. */
export async function settleConnections(limitMs: number): Promise<Unsaved[]> {
  const sessions = saving.flatMap((each) => each.all());
  await withinLimit(limitMs, Promise.all(sessions.map((session) => session.settle())));
  return sessions.flatMap((session) => {
    const { edits, error } = session.unsaved();
    if (edits === 0) return [];
    const reason = error && `${error.message} ${error.next}`;
    return [{ connectionId: session.connectionId, of: session.holds, edits, reason }];
  });
}

async function withinLimit(limitMs: number, work: Promise<unknown>): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const limit = new Promise((resolve) => {
    timer = setTimeout(resolve, limitMs);
  });
  await Promise.race([work, limit]).finally(() => clearTimeout(timer));
}

/** The session of the open connection, and those of connections left before everything was saved. */
export class ConnectionSessions<S extends Session> {
  private readonly open = new Map<string, S>();

  constructor(private readonly begin: (connectionId: string) => S) {
    keptByConnection(this);
    saving.push(this);
  }

  /** The connection's session, begun where there is none. Sessions of other connections end once they are saved. */
  of(connectionId: string): S {
    const known = this.open.get(connectionId);
    if (known) return known;
    for (const other of this.open.values()) this.endIfSaved(other);
    const session = this.begin(connectionId);
    this.open.set(connectionId, session);
    return session;
  }

  all(): readonly S[] {
    return [...this.open.values()];
  }

  forget(connectionId: string): void {
    this.open.get(connectionId)?.close();
    this.open.delete(connectionId);
  }

  private endIfSaved(session: S): void {
    if (!session.canEnd()) return;
    session.close();
    this.open.delete(session.connectionId);
  }
}
