import type { DraftSession } from './draft-session.ts';

/** The session of the open connection, and those of connections left before everything was saved. */
export class DraftSessions {
  private readonly open = new Map<string, DraftSession>();

  constructor(private readonly begin: (connectionId: string) => DraftSession) {}

  /** The connection's session, begun where there is none. Sessions of other connections end once they are saved. */
  of(connectionId: string): DraftSession {
    const known = this.open.get(connectionId);
    if (known) return known;
    for (const other of this.open.values()) this.endIfSaved(other);
    const session = this.begin(connectionId);
    this.open.set(connectionId, session);
    return session;
  }

  /** Drops the session of a connection that was deleted: its draft is gone, whatever is not saved goes with it. */
  forget(connectionId: string): void {
    this.open.get(connectionId)?.close();
    this.open.delete(connectionId);
  }

  private endIfSaved(session: DraftSession): void {
    const state = session.state();
    if (state.kind === 'open' && (state.save.kind !== 'saved' || state.reading)) return;
    session.close();
    this.open.delete(session.connectionId);
  }
}
