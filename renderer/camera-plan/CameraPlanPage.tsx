import './plan.css';
import './cameras-grid.css';
import './plan-side.css';
import './assign-picker.css';
import '../worksheet/worksheet.css';
import './small-plan.css';
import { ExternalLink } from 'lucide-react';
import { useState } from 'react';
import { hasList } from '../../core/draft/draft.ts';
import { usePlan, usePlanSession } from '../cameras/use-plan.ts';
import { useDraft, useDraftSession } from '../draft/use-draft.ts';
import { AppFailure } from '../ipc/app-failure.ts';
import { ipc } from '../ipc/ipc.ts';
import { Button } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { Failed } from '../ui/Failed.tsx';
import { Loading } from '../ui/Loading.tsx';
import { PageHeader } from '../ui/PageHeader.tsx';
import { toast } from '../ui/toast.ts';
import { ExportWorksheet } from '../worksheet/ExportWorksheet.tsx';
import { Worksheet } from '../worksheet/Worksheet.tsx';
import { CoverageMeter } from './CoverageMeter.tsx';
import { PlanWorkspace } from './PlanWorkspace.tsx';

const views = ['Plan', 'Worksheet'] as const;
type View = (typeof views)[number];

const camioSettingsUrl = 'https://camio.com/settings/integrations/pacs';

/** Which readers each camera sees: planned here, carried to Camio by hand with the worksheet. */
export function CameraPlanPage() {
  const [view, setView] = useState<View>('Plan');
  return (
    <div className="plan-page">
      <PageHeader
        title="Camera plan"
        actions={
          <>
            <fieldset className="segments" aria-label="View">
              {views.map((each) => (
                <Button key={each} variant="quiet" aria-pressed={view === each} onPress={() => setView(each)}>
                  {each}
                </Button>
              ))}
            </fieldset>
            <Button
              className="foldable"
              icon={<ExternalLink aria-hidden="true" />}
              onPress={() => void openCamioSettings()}
              tooltip="Open the page of Camio’s settings where readers are chosen for cameras"
            >
              Open Camio settings
            </Button>
            <ExportWorksheet />
          </>
        }
      />
      <div className="plan-lead">
        <p>Made here, carried to Camio by hand: the plan is not sent to Camio.</p>
        <CoverageMeter />
      </div>
      <Face view={view} />
    </div>
  );
}

async function openCamioSettings(): Promise<void> {
  const opened = await ipc.app.openExternal({ url: camioSettingsUrl });
  if (!opened.ok) toast.failure(opened.error);
}

/** The face of the page that fits plan and list: loading, failed, without a list, or ready. */
function Face({ view }: { readonly view: View }) {
  const session = usePlanSession();
  const plan = usePlan((state) => state);
  const draftSession = useDraftSession();
  const draft = useDraft((state) => state);

  if (plan.kind === 'failed')
    return <Failed failure={new AppFailure(plan.error)} onRetry={() => void session.retry()} />;
  if (draft.kind === 'failed') {
    return <Failed failure={new AppFailure(draft.error)} onRetry={() => void draftSession.retry()} />;
  }
  if (plan.kind === 'opening' || draft.kind === 'opening') return <Loading text="Opening the camera plan…" />;
  if (!hasList(draft.draft)) {
    if (draft.reading) return <Loading text="Reading Camio's list…" />;
    if (draft.readError) {
      return <Failed failure={new AppFailure(draft.readError)} onRetry={() => void draftSession.refresh()} />;
    }
    return (
      <EmptyState
        title="The readers are not known yet"
        actions={<Button onPress={() => void draftSession.refresh()}>Refresh from Camio</Button>}
      >
        The plan says which cameras see which readers, so Camio’s list has to be read first.
      </EmptyState>
    );
  }
  return view === 'Plan' ? <PlanWorkspace /> : <Worksheet />;
}
