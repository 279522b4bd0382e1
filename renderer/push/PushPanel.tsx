import { type ReactNode, useEffect, useRef } from 'react';
import type { PushState } from '../../core/push/push-state.ts';
import { exhaustive } from '../../core/result.ts';
import { counted, formatCount } from '../../core/text/amounts.ts';
import { AppFailure } from '../ipc/app-failure.ts';
import { DifferencesTable } from '../ui/DifferencesTable.tsx';
import { Failed } from '../ui/Failed.tsx';
import { useConnection } from '../window/current-connection.ts';
import { NamedReaders } from './NamedReaders.tsx';
import { CancelledPush, RefusedPush, StoredPush, UnverifiedPush } from './PushOutcome.tsx';
import { PushProgress } from './PushProgress.tsx';
import type { PushView } from './push-session.ts';
import { ReadBackButton } from './ReadBackButton.tsx';
import { UseOtherKeyButton } from './UseOtherKeyButton.tsx';
import { pushes } from './use-push.ts';

/** A push from its first state to its end. A change of `focusOn` (above 0) moves the focus here. */
export function PushPanel({ push, focusOn }: { readonly push: PushView; readonly focusOn: number }) {
  const region = useRef<HTMLElement>(null);
  useEffect(() => {
    if (focusOn > 0) region.current?.focus();
  }, [focusOn]);
  return (
    <section className="push" aria-label="Push" ref={region} tabIndex={-1}>
      <PushFace push={push} />
    </section>
  );
}

function PushFace({ push }: { readonly push: PushView }): ReactNode {
  const { id } = useConnection();
  switch (push.kind) {
    case 'asking':
    case 'none':
      return null;
    case 'unknown':
      return <Failed failure={new AppFailure(push.error)} onRetry={() => void pushes.resume(id)} />;
    case 'starting':
      return <PushProgress state={{ kind: 'reading remote' }} />;
    case 'state':
      return <PushStateFace state={push.state} />;
    default:
      return exhaustive(push);
  }
}

/** The account itself is confirmed in a panel of its own; once it is, there is nothing left to say. */
function OtherAccountPush() {
  const { otherAccount } = useConnection();
  if (otherAccount === undefined) return null;
  return (
    <RefusedPush
      title="This is another account than last time, so nothing was sent"
      error={{
        message: `The token of this connection leads to ${otherAccount}.`,
        next: 'Confirm that account below, or replace the token, then push again.',
      }}
    />
  );
}

function PushStateFace({ state }: { readonly state: PushState }): ReactNode {
  switch (state.kind) {
    case 'reading remote':
    case 'comparing':
    case 'backing up':
    case 'sending':
    case 'reading back':
    case 'settling':
    case 'waiting':
      return <PushProgress state={state} />;
    case 'stored':
      return <StoredPush stored={state} />;
    case 'sent, not verified':
      return <UnverifiedPush sent={state} />;
    case 'drift':
      return (
        <RefusedPush title="Camio’s list has changed, so nothing was sent" error={state.error} canRefresh>
          <DifferencesTable differences={state.differences} left="When you started" right="In Camio now" />
        </RefusedPush>
      );
    case 'braked':
      return (
        <RefusedPush
          title="The push was held, so nothing was sent"
          error={{
            message: `It would remove ${formatCount(state.brake.removed)} of ${counted(state.brake.of, 'reader')}, which has to be confirmed.`,
            next: `Type ${state.brake.removed} below, then push again.`,
          }}
        />
      );
    case 'list not seen':
      return <RefusedPush title="Camio’s list cannot be seen, so nothing was sent" error={state.error} />;
    case 'other account':
      return <OtherAccountPush />;
    case 'not stored as sent':
      return (
        <RefusedPush
          title="Accepted, but not stored as sent"
          error={state.error}
          canRefresh
          interruptedAt={state.interruptedAt}
          actions={state.otherKey ? <UseOtherKeyButton listKey={state.otherKey} /> : null}
        >
          <DifferencesTable differences={state.differences} left="Was sent" right="In Camio now" />
        </RefusedPush>
      );
    case 'refused':
      return (
        <RefusedPush title="The push did not go through" error={state.error} interruptedAt={state.interruptedAt}>
          {state.named ? <NamedReaders ids={state.named} /> : null}
        </RefusedPush>
      );
    case 'outcome unknown':
      return (
        <RefusedPush
          title="It is not known whether Camio stored the list"
          error={state.error}
          canRefresh={!state.unreadable}
          interruptedAt={state.interruptedAt}
          actions={state.unreadable ? null : <ReadBackButton />}
        />
      );
    case 'cancelled':
      return <CancelledPush />;
    default:
      return exhaustive(state);
  }
}
