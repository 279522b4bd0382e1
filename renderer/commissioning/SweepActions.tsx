import { useMutation } from '@tanstack/react-query';
import { Pause, Play, Repeat, Square } from 'lucide-react';
import { useRef, useState } from 'react';
import { isUnderWay, type SweepResult, type SweepState, type SweepSummary } from '../../core/sweep/sweep.ts';
import { unwrap } from '../ipc/app-failure.ts';
import { ipc } from '../ipc/ipc.ts';
import { Button } from '../ui/Button.tsx';
import { toast } from '../ui/toast.ts';
import { useLostFocus } from '../ui/use-lost-focus.ts';
import { useConnection } from '../window/current-connection.ts';
import { useOfflineReason } from '../window/use-offline-reason.ts';
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
  const [asked, setAsked] = useState<'stop' | 'stop running' | 'refused' | 'unknown' | null>(null);
  const actions = useRef<HTMLDivElement>(null);
  // What can be done changes by itself, e.g. at the sweep's end.
  const focusHandlers = useLostFocus(() => (actions.current?.querySelector('button') ?? actions.current)?.focus());
  const at = { connectionId, sweepId: sweep.id };
  const act = useMutation({
    mutationFn: (kind: 'pause' | 'resume') => unwrap(ipc.sweep[kind](at)),
    onError: (failure) => toast.failure(failure),
  });
  const next = isUnderWay(state) ? 'pause' : canResume(state) ? 'resume' : null;
  const isBusy = act.isPending || state.kind === 'pausing';
  const sendOff = results ? offline : 'The results are being read.';
  return (
    <div ref={actions} className="sweep-actions" tabIndex={-1} {...focusHandlers}>
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
      {next ? (
        // One button for both, so that the keyboard stays on it.
        <Button
          variant={next === 'resume' ? 'primary' : 'plain'}
          icon={next === 'resume' ? <Play aria-hidden="true" /> : <Pause aria-hidden="true" />}
          onPress={() => act.mutate(next)}
          isBusy={isBusy}
          disabledReason={next === 'resume' ? offline : null}
        >
          {next === 'resume' ? 'Resume' : 'Pause'}
        </Button>
      ) : null}
      {next ? (
        <Button
          icon={<Square aria-hidden="true" />}
          onPress={() => {
            // Nothing is sent while the person thinks about it.
            if (next === 'pause') act.mutate('pause');
            setAsked(next === 'pause' ? 'stop running' : 'stop');
          }}
        >
          Stop
        </Button>
      ) : null}
      {asked === 'stop' || asked === 'stop running' ? (
        <StopDialog
          {...at}
          pending={toSend + counts.sending}
          onStopped={() => setAsked(null)}
          onClose={() => {
            if (asked === 'stop running') act.mutate('resume');
            setAsked(null);
          }}
        />
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
