import { CircleCheck, CircleSlash, RefreshCw, TriangleAlert, X } from 'lucide-react';
import type { ReactNode } from 'react';
import type { AppError } from '../../core/app-error.ts';
import type { PushState } from '../../core/readers/push-state.ts';
import { useConnection } from '../app/current-connection.ts';
import { useNavigate } from '../app/navigation.ts';
import { countReaders, phraseChanges } from '../readers/phrase-changes.ts';
import { Button } from '../ui/Button.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { pushes } from './use-push.ts';
import { useRefreshAfterPush } from './use-refresh-after-push.ts';

const justNowMs = 60_000;

/** The only success: the list was read back and is the one that was sent. */
export function StoredPush({ stored }: { readonly stored: Extract<PushState, { kind: 'stored' }> }) {
  const at = new Date(stored.at);
  const isJustNow = Date.now() - at.getTime() < justNowMs;
  const when = isJustNow ? 'just now' : `at ${at.toLocaleTimeString(undefined, { timeStyle: 'short' })}`;
  return (
    <div className="push-outcome good">
      <CircleCheck aria-hidden="true" />
      <div className="push-outcome-text">
        <div role="status">
          <p className="push-outcome-title">
            Camio now holds {countReaders(stored.readers)}. Read back and compared {when}.
          </p>
          <p>{phraseChanges(stored.counts)}.</p>
        </div>
        {stored.notice ? (
          <div role="alert" className="push-outcome-notice">
            <p>{stored.notice.message}</p>
            <p>{stored.notice.next}</p>
          </div>
        ) : null}
      </div>
      <DismissPush />
    </div>
  );
}

/** The person stopped it in time. */
export function CancelledPush() {
  return (
    <div className="push-outcome">
      <CircleSlash aria-hidden="true" />
      <div className="push-outcome-text" role="status">
        <p className="push-outcome-title">Push cancelled. Nothing was sent.</p>
        <p>The draft is kept as it is.</p>
      </div>
      <DismissPush />
    </div>
  );
}

interface RefusedPushProps {
  readonly title: string;
  readonly error: Pick<AppError, 'message' | 'next' | 'detail'> & { readonly code?: AppError['code'] };
  /** Reading Camio's list again is a way on. */
  readonly canRefresh?: boolean;
  readonly children?: ReactNode;
}

/** Any end that is no success: what happened and why, what to do next, and the server's own words. */
export function RefusedPush({ title, error, canRefresh = false, children }: RefusedPushProps) {
  const navigate = useNavigate();
  const refresh = useRefreshAfterPush();
  return (
    <div className="push-outcome bad">
      <TriangleAlert aria-hidden="true" />
      <div className="push-outcome-text">
        <div role="alert">
          <p className="push-outcome-title">{title}</p>
          <p>{error.message}</p>
          <p>{error.next}</p>
          {error.detail ? <pre className="push-outcome-detail">{error.detail}</pre> : null}
        </div>
        {children}
        <div className="push-outcome-actions">
          {canRefresh ? (
            <Button icon={<RefreshCw aria-hidden="true" />} onPress={refresh.run} isBusy={refresh.isRunning}>
              Refresh from Camio
            </Button>
          ) : null}
          {error.code !== undefined && tokenCodes.has(error.code) ? (
            <Button onPress={() => navigate('connections')}>Go to connections</Button>
          ) : null}
        </div>
      </div>
      <DismissPush />
    </div>
  );
}

const tokenCodes: ReadonlySet<AppError['code']> = new Set(['unauthorized', 'token-missing', 'token-unreadable']);

function DismissPush() {
  const { id } = useConnection();
  return <IconButton label="Dismiss" icon={<X aria-hidden="true" />} onPress={() => pushes.dismiss(id)} />;
}
