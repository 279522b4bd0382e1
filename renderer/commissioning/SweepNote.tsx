import type { ReactNode } from 'react';
import { exhaustive } from '../../core/result.ts';
import type { SweepSummary } from '../../core/sweep/sweep.ts';
import { ReplaceTokenButton } from '../connections/ReplaceTokenButton.tsx';
import { AppFailure } from '../ipc/app-failure.ts';
import { Countdown } from '../ui/Countdown.tsx';
import { Failed } from '../ui/Failed.tsx';
import { countEvents, phraseInterrupted } from './phrase-sweep.ts';

/** Why a sweep does not go on, and what to do about it. */
export function SweepNote({ summary: { state, counts, toSend } }: { readonly summary: SweepSummary }): ReactNode {
  switch (state.kind) {
    case 'waiting':
      return (
        <p className="sweep-note">
          Camio asked to wait. The sweep goes on by itself <Countdown to={state.until} />.
        </p>
      );
    case 'token refused':
      return (
        <Failed failure={new AppFailure(state.error)} isInline>
          <ReplaceTokenButton />
        </Failed>
      );
    case 'held':
      return <Failed failure={new AppFailure(state.error)} isInline />;
    case 'interrupted':
      return (
        <p className="sweep-note">
          {phraseInterrupted(counts)} Resume sends {countEvents(toSend)}.
        </p>
      );
    case 'running':
    case 'pausing':
    case 'paused':
    case 'stopped':
    case 'finished':
      return null;
    default:
      return exhaustive(state);
  }
}
