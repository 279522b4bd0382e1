import { Check } from 'lucide-react';
import { useState } from 'react';
import type { PushState } from '../../core/readers/push-state.ts';
import { canCancel } from '../../core/readers/push-state.ts';
import { useConnection } from '../app/current-connection.ts';
import { countReaders } from '../readers/phrase-changes.ts';
import { Button } from '../ui/Button.tsx';
import { toast } from '../ui/toast.ts';
import { byteAmount } from './byte-amount.ts';
import { pushes } from './use-push.ts';

const steps = [
  { kind: 'reading remote', label: 'Reading Camio’s list' },
  { kind: 'comparing', label: 'Comparing' },
  { kind: 'backing up', label: 'Backing up' },
  { kind: 'sending', label: 'Sending' },
  { kind: 'reading back', label: 'Reading back' },
] as const satisfies readonly { readonly kind: PushState['kind']; readonly label: string }[];

type StateUnderWay = Extract<PushState, { readonly kind: (typeof steps)[number]['kind'] }>;

/** A push under way: where it is, and a way out while nothing was sent. */
export function PushProgress({ state }: { readonly state: StateUnderWay }) {
  const { id } = useConnection();
  const [isCancelling, setCancelling] = useState(false);
  const current = steps.findIndex(({ kind }) => kind === state.kind);

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
        <Button
          onPress={() => void cancel()}
          isBusy={isCancelling}
          disabledReason={canCancel(state) ? null : 'The list is being sent: it can no longer be called back.'}
        >
          Cancel
        </Button>
      </div>
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

function sentence(state: StateUnderWay, isCancelling: boolean): string {
  if (isCancelling && canCancel(state)) return 'Cancelling. Nothing was sent.';
  switch (state.kind) {
    case 'reading remote':
      return 'Reading the list Camio holds now.';
    case 'comparing':
      return 'Comparing it with the list you started from.';
    case 'backing up':
      return 'Saving Camio’s list as a snapshot on this computer.';
    case 'sending':
      return `Sending ${countReaders(state.readers)}, ${byteAmount(state.bytes)}.`;
    case 'reading back':
      return 'Reading the list back to see what Camio stored.';
  }
}
