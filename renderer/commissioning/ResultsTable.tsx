import { useMemo } from 'react';
import { camerasOfReaders } from '../../core/cameras/cameras-of-readers.ts';
import type { SweepResult } from '../../core/sweep/sweep.ts';
import { usePlan } from '../cameras/use-plan.ts';
import { VirtualTable } from '../ui/VirtualTable.tsx';
import { ResultCells } from './ResultCells.tsx';
import { useSignOff } from './use-sign-off.ts';

interface ResultsTableProps {
  readonly sweepId: string;
  readonly rows: readonly SweepResult[];
  /** What is pending will not be sent any more. */
  readonly hasEnded: boolean;
  /** A person says something of a reader's event. */
  readonly onTouch: (readerId: string) => void;
}

const rowPx = 48;
const noCameras: readonly string[] = [];

/** The results reader by reader, each with what to look for in Camio and what was seen of it. */
export function ResultsTable({ sweepId, rows, hasEnded, onTouch }: ResultsTableProps) {
  const plan = usePlan((state) => (state.kind === 'open' ? state.value : null));
  // Without a plan there is nothing to say about cameras, and the room is the readers'.
  const cameras = useMemo(() => (plan && plan.views.size > 0 ? camerasOfReaders(plan) : null), [plan]);
  const { mutateAsync: signOff } = useSignOff(sweepId);
  return (
    <VirtualTable
      label="Results"
      className="results-table"
      rows={rows}
      rowHeight={rowPx}
      rowKey={({ readerId }) => readerId}
      head={
        <>
          <th scope="col">Reader</th>
          {cameras ? (
            <th scope="col" className="result-cameras">
              Cameras
            </th>
          ) : null}
          <th scope="col" className="result-outcome">
            Outcome
          </th>
          <th scope="col" className="result-event">
            Event in Camio
          </th>
          <th scope="col" className="result-seen">
            Seen
          </th>
          <th scope="col" className="result-note">
            Note
          </th>
        </>
      }
      cells={(result) => (
        <ResultCells
          result={result}
          hasEnded={hasEnded}
          cameras={cameras && (cameras.get(result.readerId) ?? noCameras)}
          onTouch={onTouch}
          onSignOff={signOff}
        />
      )}
    />
  );
}
