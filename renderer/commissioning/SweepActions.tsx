import { useMutation } from '@tanstack/react-query';
import { Pause, Play, Repeat, Square } from 'lucide-react';
import { useState } from 'react';
import { isUnderWay, type SweepResult, type SweepState, type SweepSummary } from '../../core/sweep/sweep.ts';
import { unwrap } from '../app/app-failure.ts';
import { useConnection } from '../app/current-connection.ts';
import { ipc } from '../app/ipc.ts';
import { useOfflineReason } from '../app/use-offline-reason.ts';
import { Button } from '../ui/Button.tsx';
import { toast } from '../ui/toast.ts';
import { SendAgainDialog } from './SendAgainDialog.tsx';
import { StopDialog } from './StopDialog.tsx';

interface SweepActionsProps {
  readonly summary: SweepSummary;
  /** Null until they are read. */
  readonly results: readonly SweepResult[] | null;
}

/** What can be done with a sweep as it stands. */
export function SweepActions({ summary: { sweep, state, counts, toSend }, results }: SweepActionsProps) {
  const { id: connectionId } = useConnection();
  const offline = useOfflineReason();
  const [asked, setAsked] = useState<'stop' | 'refused' | 'unknown' | null>(null);
  const at = { connectionId, sweepId: sweep.id };
  const act = useMutation({
    mutationFn: (kind: 'pause' | 'resume') => unwrap(ipc.sweep[kind](at)),
    onError: (failure) => toast.failure(failure),
  });
  const isBusy = act.isPending || state.kind === 'pausing';
  const sendOff = results ? offline : 'The results are being read.';
  return (
    <div className="sweep-actions">
      {!isUnderWay(state) && counts.refused > 0 ? (
        <Button icon={<Repeat aria-hidden="true" />} onPress={() => setAsked('refused')} disabledReason={sendOff}>
          Retry failed
        </Button>
      ) : null}
      {!isUnderWay(state) && counts.unknown > 0 ? (
        <Button icon={<Repeat aria-hidden="true" />} onPress={() => setAsked('unknown')} disabledReason={sendOff}>
          Send unknown again
        </Button>
      ) : null}
      {isUnderWay(state) ? (
        <Button icon={<Pause aria-hidden="true" />} onPress={() => act.mutate('pause')} isBusy={isBusy}>
          Pause
        </Button>
      ) : null}
      {canResume(state) ? (
        <Button
          variant="primary"
          icon={<Play aria-hidden="true" />}
          onPress={() => act.mutate('resume')}
          isBusy={isBusy}
          disabledReason={offline}
        >
          Resume
        </Button>
      ) : null}
      {isUnderWay(state) || canResume(state) ? (
        <Button icon={<Square aria-hidden="true" />} onPress={() => setAsked('stop')}>
          Stop
        </Button>
      ) : null}
      {asked === 'stop' ? (
        <StopDialog {...at} pending={toSend + counts.sending} onClose={() => setAsked(null)} />
      ) : null}
      {asked === 'refused' || asked === 'unknown' ? (
        <SendAgainDialog {...at} outcome={asked} results={results ?? []} onClose={() => setAsked(null)} />
      ) : null}
    </div>
  );
}

function canResume({ kind }: SweepState): boolean {
  return kind === 'paused' || kind === 'token refused' || kind === 'held' || kind === 'interrupted';
}
