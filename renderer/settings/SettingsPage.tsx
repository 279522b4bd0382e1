import './settings.css';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { retentionLimits, type Settings } from '../../core/settings/settings.ts';
import { sentencesOf, unwrap } from '../ipc/app-failure.ts';
import { ipc } from '../ipc/ipc.ts';
import { appInfoQuery } from '../ipc/queries.ts';
import { Failed } from '../ui/Failed.tsx';
import { LabelField } from '../ui/LabelField.tsx';
import { Loading } from '../ui/Loading.tsx';
import { PageHeader } from '../ui/PageHeader.tsx';
import { toast } from '../ui/toast.ts';
import { Diagnostics } from './Diagnostics.tsx';
import { NumberField } from './NumberField.tsx';
import { settingsQuery } from './queries.ts';
import { ThemeField } from './ThemeField.tsx';

/** What a person chooses for this installation. Every choice is saved as it is made. */
export function SettingsPage() {
  const settings = useQuery(settingsQuery);
  const info = useQuery(appInfoQuery);
  const { beingSaved, choose } = useSaveSettings();
  const shown = beingSaved ?? settings.data;

  return (
    <>
      <PageHeader title="Settings" sub={info.data ? `Reader Desk ${info.data.version}` : null} />
      {settings.error && !shown ? (
        <Failed failure={settings.error} onRetry={() => void settings.refetch()} isRetrying={settings.isFetching} />
      ) : null}
      {!shown && settings.isPending ? <Loading /> : null}
      {shown ? (
        <div className="settings">
          <ThemeField theme={shown.theme} onChange={(theme) => choose({ ...shown, theme })} />
          <LabelField
            label="Default labels"
            labels={shown.defaultLabels}
            onChange={(defaultLabels) => choose({ ...shown, defaultLabels })}
            help="Put on every new test event, beside a label of its own. Enter or a comma adds one."
          />
          <fieldset className="field">
            <legend>Keep snapshots</legend>
            <div className="numbers">
              <NumberField
                label="At least this many"
                value={shown.keepSnapshots}
                {...retentionLimits.keepSnapshots}
                onChange={(keepSnapshots) => choose({ ...shown, keepSnapshots })}
                help="However old they are."
              />
              <NumberField
                label="For this many days"
                value={shown.keepSnapshotsDays}
                {...retentionLimits.keepSnapshotsDays}
                onChange={(keepSnapshotsDays) => choose({ ...shown, keepSnapshotsDays })}
                help="However many there are."
              />
            </div>
            <span className="help">
              Of each connection. Snapshots beyond both are removed when the next one is taken.
            </span>
          </fieldset>
        </div>
      ) : null}
      <Diagnostics />
    </>
  );
}

/** Saves each choice. It shows at once, and goes back where saving it failed. */
function useSaveSettings() {
  const queryClient = useQueryClient();
  const [beingSaved, setBeingSaved] = useState<Settings | null>(null);
  const { mutate } = useMutation({
    scope: { id: 'settings' },
    mutationFn: (settings: Settings) => unwrap(ipc.settings.write(settings)),
    onSuccess: (saved) => queryClient.setQueryData(settingsQuery.queryKey, saved),
    onError: (failure) => toast.failure(sentencesOf(failure)),
    onSettled: (_saved, _failure, settings) => setBeingSaved((last) => (last === settings ? null : last)),
  });
  const choose = (settings: Settings) => {
    setBeingSaved(settings);
    mutate(settings);
  };
  return { beingSaved, choose };
}
