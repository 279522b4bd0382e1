/** What a window keeps open of one connection across pages, e.g. its draft. */
interface Session {
  readonly connectionId: string;
  /** Whether it can end without losing anything. */
  readonly canEnd: () => boolean;
  readonly close: () => void;
}

/** Everything of this window that keeps sessions by connection. */
const keepers: { forget(connectionId: string): void }[] = [];

/**
 * To be called when a connection was deleted, since another may come under its id (the practice account's is fixed): what
 * was kept of it is gone, whatever is not saved goes with it.
 */
export function forgetConnection(connectionId: string): void {
  for (const keeper of keepers) keeper.forget(connectionId);
}

/** The session of the open connection, and those of connections left before everything was saved. */
export class ConnectionSessions<S extends Session> {
  private readonly open = new Map<string, S>();

  constructor(private readonly begin: (connectionId: string) => S) {
    keepers.push(this);
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
