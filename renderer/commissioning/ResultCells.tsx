import { memo } from 'react';
import type { SweepResult } from '../../core/sweep/sweep.ts';
import { latencyText } from '../../core/text/amounts.ts';
import { Tag } from '../ui/Tag.tsx';
import { EventInCamio } from './EventInCamio.tsx';
import { resultWord } from './phrase-sweep.ts';
import { SignOffCells } from './SignOffCells.tsx';
import type { Seen } from './use-sign-off.ts';

interface ResultCellsProps {
  readonly result: SweepResult;
  readonly hasEnded: boolean;
  /** The cameras that are planned to see the reader; null where there is no plan. */
  readonly cameras: readonly string[] | null;
  /** A person says something of the reader's event. */
  readonly onTouch: (readerId: string) => void;
  readonly onSignOff: (seen: Seen) => Promise<void>;
}

/** One reader's cells: its event, and what was seen of it. Drawn again only if they changed. */
export const ResultCells = memo(function ResultCells({
  result,
  hasEnded,
  cameras,
  onTouch,
  onSignOff,
}: ResultCellsProps) {
  const { readerId, readerName, outcome, latencyMs, message } = result;
  return (
    <>
      <td title={`${readerName}\n${readerId}`}>
        <div className="ellipsis">{readerName || readerId}</div>
        <div className="mono dim ellipsis">{readerId}</div>
      </td>
      {cameras ? (
        <td className={cameras.length === 0 ? 'ellipsis dim' : 'ellipsis'} title={cameras.join('\n')}>
          {cameras.length === 0 ? 'None planned' : cameras.join(', ')}
        </td>
      ) : null}
      <td title={message}>
        <Tag tone={tones[outcome]}>{resultWord(outcome, hasEnded)}</Tag>
        <div className="dim tabular">{latencyMs === null ? null : latencyText(latencyMs)}</div>
      </td>
      <td>
        <EventInCamio result={result} />
      </td>
      <SignOffCells result={result} onTouch={onTouch} onSignOff={onSignOff} />
    </>
  );
});

const tones = {
  pending: 'neutral',
  sending: 'neutral',
  accepted: 'added',
  refused: 'removed',
  unknown: 'warn',
} as const satisfies Record<SweepResult['outcome'], string>;
