import { type ComponentType, Suspense } from 'react';
import type { ConnectionView } from '../../core/connections/connection.ts';
import { hostOf, tokenPlace } from '../connections/phrase-connection.ts';
import { DraftStatus } from '../draft/DraftStatus.tsx';

interface StatusLineProps {
  readonly connection: ConnectionView | null;
  /** What the page has to say in place of the draft's state. */
  readonly Status?: ComponentType | undefined;
}

/** The line at the bottom: connection and account, the draft's state, and where a push would go with which token. */
export function StatusLine({ connection, Status = DraftStatus }: StatusLineProps) {
  if (!connection) {
    return (
      <div className="status-line" role="status" aria-label="Status line">
        <span>No connection open</span>
      </div>
    );
  }
  const account = `${connection.name} · ${connection.accountEmail ?? 'account not confirmed'}`;
  const target = `${tokenPlace(connection.token)} · ${hostOf(connection.baseUrl)} · ${connection.dialect.preset}`;
  return (
    <div className="status-line" role="status" aria-label="Status line">
      <span className="status-account ellipsis" title={account}>
        <span className="color-dot" data-color={connection.color} />
        {account}
      </span>
      <span className="status-draft ellipsis">
        <Suspense fallback={null}>
          <Status />
        </Suspense>
      </span>
      <span className="status-target ellipsis" title={target}>
        {target}
      </span>
    </div>
  );
}
