import { Check } from 'lucide-react';
import { useState } from 'react';
import { canCancel, type PushState } from '../../core/push/push-state.ts';
import { counted } from '../../core/text/amounts.ts';
import { Button } from '../ui/Button.tsx';
import { Countdown } from '../ui/Countdown.tsx';
import { toast } from '../ui/toast.ts';
import { useConnection } from '../window/current-connection.ts';
import { pushes } from './use-push.ts';

const steps = [
  { kind: 'reading remote', label: 'Reading Camio’s list' },
  { kind: 'comparing', label: 'Comparing' },
  { kind: 'backing up', label: 'Backing up' },
  { kind: 'sending', label: 'Sending' },
  { kind: 'reading back', label: 'Reading back' },
] as const satisfies readonly { readonly kind: PushState['kind']; readonly label: string }[];

type StepKind = (typeof steps)[number]['kind'];
type StateUnderWay = Extract<PushState, { readonly kind: StepKind | 'settling' | 'waiting' }>;

/** A push under way: where it is, when it goes on where it waits, and a way out where there is one. */
export function PushProgress({ state }: { readonly state: StateUnderWay }) {
  const { id } = useConnection();
  const [isCancelling, setCancelling] = useState(false);
  const current = steps.findIndex(({ kind }) => kind === stepOf(state));

  const cancel = async () => {
    setCancelling(true);
    const refusal = await pushes.cancel(id);
    if (!refusal) return;
    setCancelling(false);
    toast.failure(refusal);
  };

  return (
    <div className="push-progress">
      <div className="push-now">
        <span className="spinner" aria-hidden="true" />
        <p role="status">{sentence(state, isCancelling)}</p>
        {'nextAt' in state ? (
          <p className="push-countdown">
            {state.kind === 'settling' ? 'Reads again' : 'Goes on'} <Countdown to={state.nextAt} />
          </p>
        ) : null}
        <Button onPress={() => void cancel()} isBusy={isCancelling} disabledReason={whyNotCancel(state)}>
          Cancel
        </Button>
      </div>
      {'nextAt' in state ? (
        <div className="push-why">
          <p>{state.error.message}</p>
          <p>{state.kind === 'settling' ? settlingNext : state.error.next}</p>
          {state.error.detail ? <pre className="push-outcome-detail">{state.error.detail}</pre> : null}
        </div>
      ) : null}
      <ol className="push-steps">
        {steps.map(({ kind, label }, index) => (
          <li
            key={kind}
            aria-current={index === current ? 'step' : undefined}
            data-done={index < current ? true : undefined}
          >
            <span className="push-mark" aria-hidden="true">
              {index < current ? <Check /> : index + 1}
            </span>
            <span className="ellipsis">{label}</span>
            {index < current ? <span className="visually-hidden"> (done)</span> : null}
          </li>
        ))}
      </ol>
    </div>
  );
}

const settlingNext =
  'The list is read again by itself and never sent a second time. Cancel stops waiting; what Camio holds is not known then.';

function stepOf({ kind }: StateUnderWay): StepKind {
  if (kind === 'settling') return 'reading back';
  return kind === 'waiting' ? 'reading remote' : kind;
}

function whyNotCancel(state: StateUnderWay): string | null {
  if (canCancel(state)) return null;
  return state.kind === 'sending'
    ? 'The list is being sent: it can no longer be called back.'
    : 'The list was sent and is being read back, which takes a moment.';
}

function sentence(state: StateUnderWay, isCancelling: boolean): string {
  if (isCancelling && canCancel(state)) {
    return state.kind === 'settling' ? 'Stopping. Nothing more is read or sent.' : 'Cancelling. Nothing was stored.';
  }
  switch (state.kind) {
    case 'reading remote':
      return 'Reading the list Camio holds now.';
    case 'comparing':
      return 'Comparing it with the list you started from.';
    case 'backing up':
      return 'Saving Camio’s list as a snapshot on this computer.';
    case 'sending':
      return `Sending ${counted(state.readers, 'reader')}, ${counted(state.bytes, 'byte')}.`;
    case 'reading back':
      return 'Reading the list back to see what Camio stored.';
    case 'settling':
      return 'Waiting to read the list back once more.';
    case 'waiting':
      return 'Waiting for Camio. Nothing was stored.';
  }
}
