import { useMemo, useState } from 'react';
import type { SweepSummary } from '../../core/sweep/sweep.ts';
import { counted } from '../../core/text/amounts.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { Failed } from '../ui/Failed.tsx';
import { Loading } from '../ui/Loading.tsx';
import { ConfirmSweep } from './ConfirmSweep.tsx';
import { ReadersToTest } from './ReadersToTest.tsx';
import { SourceFields } from './SourceFields.tsx';
import { SweepSettingsFields } from './SweepSettingsFields.tsx';
import { limitError, type SweepSettings, sweepChoices } from './sweep-settings.ts';
import { emptySources } from './sweep-sources.ts';
import { useSweepSource } from './use-sweep-source.ts';

interface ChooseReadersDialogProps {
  readonly sweepIds: readonly string[];
  readonly defaultLabels: readonly string[];
  readonly onStarted: (started: SweepSummary) => void;
  readonly onClose: () => void;
}

/** Chooses the readers of a sweep and how their events are sent; asks before any is. */
export function ChooseReadersDialog({ sweepIds, defaultLabels, onStarted, onClose }: ChooseReadersDialogProps) {
  const source = useSweepSource(sweepIds);
  // Null until the person ticks or unticks a reader. A sweep sends real events, so the whole list is never the default.
  const [picked, setPicked] = useState<ReadonlySet<string> | null>(null);
  const [settings, setSettings] = useState<SweepSettings>({
    eventType: 'forced open',
    labels: defaultLabels,
    concurrency: '1',
    perMinute: '',
  });
  const [isAsking, setAsking] = useState(false);
  const ticked = useMemo(
    () => picked ?? new Set(source.source === 'all' ? [] : source.readers.map(({ id }) => id)),
    [picked, source.source, source.readers],
  );
  const chosen = useMemo(
    () => source.readers.filter(({ id }) => ticked.has(id)).map(({ id }) => id),
    [source.readers, ticked],
  );

  const offReason = chosen.length === 0 ? 'Choose a reader first.' : limitError(settings);
  const { tested } = source;
  const isReading = source.source === 'never tested' && tested.isPending;
  return (
    <Dialog title="Choose readers" width="large" onClose={onClose}>
      <div className="choose-readers">
        <div className="sweep-source">
          <SourceFields
            {...source}
            choose={(next) => {
              source.choose(next);
              setPicked(null);
            }}
            setGroup={(next) => {
              source.setGroup(next);
              setPicked(null);
            }}
          />
        </div>
        {tested.error ? <Failed failure={tested.error} onRetry={() => void tested.refetch()} isInline /> : null}
        {isReading ? (
          <Loading text="Reading earlier sweeps…" />
        ) : (
          <ReadersToTest
            readers={source.readers}
            ticked={ticked}
            onTick={setPicked}
            emptyText={emptySources[source.source]}
          />
        )}
        <SweepSettingsFields settings={settings} onChange={setSettings} />
        <div className="dialog-actions">
          <p role="status" className="tabular dim">
            {counted(chosen.length, 'reader')} chosen
          </p>
          <Button onPress={onClose}>Cancel</Button>
          <Button variant="primary" onPress={() => setAsking(true)} disabledReason={offReason}>
            Start sweep
          </Button>
        </div>
      </div>
      {isAsking ? (
        <ConfirmSweep choices={sweepChoices(chosen, settings)} onStarted={onStarted} onClose={() => setAsking(false)} />
      ) : null}
    </Dialog>
  );
}
