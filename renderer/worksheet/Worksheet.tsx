import { ClipboardCheck } from 'lucide-react';
import { useState } from 'react';
import type { WorksheetState } from '../../core/cameras/worksheet-state.ts';
import { counted, formatCount } from '../../core/text/amounts.ts';
import { worksheetProgress } from '../../core/worksheet/worksheet.ts';
import { phraseProgress } from '../cameras/phrase-plan.ts';
import { Button } from '../ui/Button.tsx';
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { Failed } from '../ui/Failed.tsx';
import { Loading } from '../ui/Loading.tsx';
import { localTime } from '../ui/local-time.ts';
import { ProgressBar } from '../ui/ProgressBar.tsx';
import { VirtualList } from '../ui/VirtualList.tsx';
import { useWorksheet } from './use-worksheet.ts';
import { useWorksheetLines } from './use-worksheet-lines.ts';
import { WaitingNote } from './WaitingNote.tsx';
import { WorksheetLineItem } from './WorksheetLineItem.tsx';

/** The plan in the order of Camio's settings page, to be carried there by hand, camera by camera. */
export function Worksheet() {
  const { worksheet, tick, finish, isFinishing } = useWorksheet();
  if (worksheet.data) {
    return <Sheet state={worksheet.data} onTick={tick} onFinish={finish} isFinishing={isFinishing} />;
  }
  if (worksheet.error) {
    return (
      <Failed failure={worksheet.error} onRetry={() => void worksheet.refetch()} isRetrying={worksheet.isFetching} />
    );
  }
  return <Loading text="Opening the worksheet…" />;
}

interface SheetProps {
  readonly state: WorksheetState;
  readonly onTick: (cameraIds: readonly string[], isDone: boolean) => void;
  readonly onFinish: () => void;
  readonly isFinishing: boolean;
}

function Sheet({ state, onTick, onFinish, isFinishing }: SheetProps) {
  const [showsAll, setShowsAll] = useState(false);
  const [asks, setAsks] = useState(false);
  const lines = useWorksheetLines(state, showsAll ? 'all' : 'changed');
  const { done, total } = worksheetProgress(lines);
  const left = total - done;

  const finish = () => {
    if (left > 0) setAsks(true);
    else onFinish();
  };

  return (
    <div className="worksheet">
      <div className="worksheet-bar">
        <div className="coverage">
          <span className="ellipsis">{phraseProgress({ done, total })}</span>
          <ProgressBar label="Worksheet progress" done={done} total={total} />
        </div>
        <Button
          variant="quiet"
          aria-pressed={showsAll}
          onPress={() => setShowsAll(!showsAll)}
          tooltip={showsAll ? 'Show only what is to be done in Camio' : 'Show cameras that need no hand too'}
        >
          Show all cameras
        </Button>
        <Button
          onPress={finish}
          isBusy={isFinishing}
          disabledReason={done > 0 ? null : 'Tick a camera first.'}
          tooltip="From then on, only what changes is shown"
        >
          Finish worksheet
        </Button>
      </div>
      <WaitingNote lines={lines} />
      {lines.length === 0 ? (
        <EmptyState icon={<ClipboardCheck aria-hidden="true" />} title="Camio's page is as planned">
          {state.finishedAt === null
            ? 'Put readers in view of cameras first: what is to be done in Camio is listed here.'
            : `The last worksheet was finished ${localTime(state.finishedAt)}. What you plan from now on is listed here.`}
        </EmptyState>
      ) : (
        <VirtualList
          label="Worksheet"
          className="worksheet-lines"
          items={lines}
          itemKey={({ camera }) => camera.id}
          itemHeight={46}
        >
          {(line, { tabIndex }) => (
            <WorksheetLineItem line={line} tabIndex={tabIndex} onTick={(isDone) => onTick([line.camera.id], isDone)} />
          )}
        </VirtualList>
      )}
      {asks ? (
        <ConfirmDialog
          title="Finish the worksheet?"
          confirmLabel="Finish worksheet"
          isDangerous={false}
          onClose={() => setAsks(false)}
          onConfirm={() => {
            setAsks(false);
            onFinish();
          }}
        >
          <p>
            {counted(left, 'camera')} {left === 1 ? 'is' : 'are'} not ticked and will be on the next worksheet again.
            The {formatCount(done)} ticked will not.
          </p>
        </ConfirmDialog>
      ) : null}
    </div>
  );
}
