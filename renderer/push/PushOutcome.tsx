import { CircleCheck, CircleSlash, EyeOff, RefreshCw, TriangleAlert, X } from 'lucide-react';
import type { ReactNode } from 'react';
import type { AppError } from '../../core/app-error.ts';
import type { PushState } from '../../core/push/push-state.ts';
import { phraseChanges } from '../../core/readers/phrase-changes.ts';
import { counted } from '../../core/text/amounts.ts';
import { ReplaceTokenButton } from '../connections/ReplaceTokenButton.tsx';
import { Button } from '../ui/Button.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { localTime } from '../ui/local-time.ts';
import { useConnection } from '../window/current-connection.ts';
import { useOfflineReason } from '../window/use-offline-reason.ts';
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
            Camio now holds {counted(stored.readers, 'reader')}. Read back and compared {when}.
          </p>
          <p>{phraseChanges(stored.counts)}.</p>
          <Interrupted at={stored.interruptedAt} />
        </div>
        <DiskNotice notice={stored.notice} />
      </div>
      <DismissPush />
    </div>
  );
}

/** Camio accepted the list and does not let it be read: no success, and said so. */
export function UnverifiedPush({ sent }: { readonly sent: Extract<PushState, { kind: 'sent, not verified' }> }) {
  return (
    <div className="push-outcome warn">
      <EyeOff aria-hidden="true" />
      <div className="push-outcome-text">
        <div role="status">
          <p className="push-outcome-title">Sent, not verified: Camio accepted {counted(sent.readers, 'reader')}.</p>
          <p>
            {phraseChanges(sent.counts)}. Camio does not let the list be read, so nobody here can tell what it holds.
          </p>
          <p>Look at the readers on Camio’s settings page to be sure.</p>
        </div>
        <DiskNotice notice={sent.notice} />
      </div>
      <DismissPush />
    </div>
  );
}

/** Something on this computer did not follow. */
function DiskNotice({ notice }: { readonly notice: AppError | undefined }) {
  if (!notice) return null;
  return (
    <div role="alert" className="push-outcome-notice">
      <p>{notice.message}</p>
      <p>{notice.next}</p>
    </div>
  );
}

/** That a push was begun by an earlier session, and when. */
function Interrupted({ at }: { readonly at: string | undefined }) {
  if (at === undefined) return null;
  return (
    <p>
      This push was begun at {localTime(at)}, and Reader Desk was stopped or stopped waiting before it knew the outcome.
    </p>
  );
}

/** The person stopped it in time. */
export function CancelledPush() {
  return (
    <div className="push-outcome">
      <CircleSlash aria-hidden="true" />
      <div className="push-outcome-text" role="status">
        <p className="push-outcome-title">Push cancelled. Nothing was stored in Camio.</p>
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
  /** When it was begun, where an earlier session was stopped in the middle of it. */
  readonly interruptedAt?: string | undefined;
  /** More ways on, as buttons. */
  readonly actions?: ReactNode;
  readonly children?: ReactNode;
}

/** Any end that is no success: what happened and why, what to do next, and the server's own words. */
export function RefusedPush(props: RefusedPushProps) {
  const { title, error, canRefresh = false } = props;
  const refresh = useRefreshAfterPush();
  const offline = useOfflineReason();
  return (
    <div className="push-outcome bad">
      <TriangleAlert aria-hidden="true" />
      <div className="push-outcome-text">
        <div role="alert">
          <p className="push-outcome-title">{title}</p>
          <p>{error.message}</p>
          <p>{error.next}</p>
          {error.detail ? <pre className="push-outcome-detail">{error.detail}</pre> : null}
          <Interrupted at={props.interruptedAt} />
        </div>
        {props.children}
        <div className="push-outcome-actions">
          {canRefresh ? (
            <Button
              icon={<RefreshCw aria-hidden="true" />}
              onPress={refresh.run}
              isBusy={refresh.isRunning}
              disabledReason={offline}
            >
              Refresh from Camio
            </Button>
          ) : null}
          {error.code !== undefined && tokenCodes.has(error.code) ? <ReplaceTokenButton /> : null}
          {props.actions}
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
