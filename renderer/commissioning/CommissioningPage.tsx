import './commissioning.css';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { hasList } from '../../core/draft/draft.ts';
import { isUnderWay, type SweepSummary } from '../../core/sweep/sweep.ts';
import { OtherAccountPanel } from '../connections/OtherAccountPanel.tsx';
import { hostOf } from '../connections/phrase-connection.ts';
import { useDraft } from '../draft/use-draft.ts';
import { settingsQuery } from '../settings/queries.ts';
import { Button } from '../ui/Button.tsx';
import { PageHeader } from '../ui/PageHeader.tsx';
import { useConnection } from '../window/current-connection.ts';
import { useOfflineReason } from '../window/use-offline-reason.ts';
import { ChooseReadersDialog } from './ChooseReadersDialog.tsx';
import { ExportReport } from './ExportReport.tsx';
import { sweepsQuery } from './queries.ts';
import { SweepFace } from './SweepFace.tsx';

/** Sends one test event for each of many readers, and takes down what was seen on video. */
export function CommissioningPage() {
  const { id: connectionId, name, accountEmail, baseUrl } = useConnection();
  const sweeps = useQuery(sweepsQuery(connectionId));
  const settings = useQuery(settingsQuery);
  const [isChoosing, setChoosing] = useState(false);
  const [chosenId, setChosenId] = useState<string | null>(null);
  const shown = sweeps.data?.find(({ sweep }) => sweep.id === chosenId) ?? sweeps.data?.[0] ?? null;
  const offReason = useStartOffReason(sweeps.data ?? null);

  const show = ({ sweep }: SweepSummary) => {
    setChosenId(sweep.id);
    setChoosing(false);
  };
  return (
    <>
      <PageHeader
        title="Commissioning"
        sub={`${name} · ${accountEmail ?? 'account not confirmed'} · ${hostOf(baseUrl)}`}
        actions={
          <>
            {shown ? <ExportReport sweepId={shown.sweep.id} /> : null}
            <Button variant="primary" onPress={() => setChoosing(true)} disabledReason={offReason}>
              Choose readers
            </Button>
          </>
        }
      />
      <OtherAccountPanel />
      <SweepFace sweeps={sweeps} shown={shown} onChoose={setChosenId} />
      {isChoosing && settings.data && sweeps.data ? (
        <ChooseReadersDialog
          sweepIds={sweeps.data.map(({ sweep }) => sweep.id)}
          defaultLabels={settings.data.defaultLabels}
          onStarted={show}
          onClose={() => setChoosing(false)}
        />
      ) : null}
    </>
  );
}

/** Why no sweep can be started now, or null. */
function useStartOffReason(sweeps: readonly SweepSummary[] | null): string | null {
  const offline = useOfflineReason();
  const draft = useDraft((state) => (state.kind === 'open' ? hasList(state.draft) : state.kind));
  if (!sweeps) return 'The sweeps are being read.';
  if (draft === 'opening') return 'The draft is being opened.';
  if (draft === 'failed') return 'The draft could not be opened. Go to Readers to try again.';
  if (!draft) return 'Read Camio’s list on the Readers page first.';
  if (sweeps.some(({ state }) => isUnderWay(state))) return 'A sweep is running. Pause or stop it first.';
  return offline;
}
