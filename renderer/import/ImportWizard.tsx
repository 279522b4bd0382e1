import './import.css';
import { type ReactNode, useEffect, useRef, useSyncExternalStore } from 'react';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { Failed } from '../ui/Failed.tsx';
import { ApplyStep } from './ApplyStep.tsx';
import { ColumnsStep } from './ColumnsStep.tsx';
import { CompareStep } from './CompareStep.tsx';
import { FileStep } from './FileStep.tsx';
import type { ImportSession, ImportState } from './import-session.ts';
import { QuotesField } from './QuotesField.tsx';
import { WizardActions } from './WizardActions.tsx';
import { stepName, WizardSteps } from './WizardSteps.tsx';
import { WorkProgress } from './WorkProgress.tsx';

interface ImportWizardProps {
  readonly session: ImportSession;
}

/** From a file to the draft in four steps. Escape gives it up at any of them, and nothing has changed. */
export function ImportWizard({ session }: ImportWizardProps) {
  const state = useSyncExternalStore(session.subscribe, session.state);
  // The system's own dialog is open, and there is nothing to show yet.
  if (state.table === null && state.failure === null && state.work === 'choosing') return null;
  return (
    <Dialog title={`Import ${session.list.target}`} width="large" onClose={session.cancel}>
      <WizardSteps step={state.step} />
      <StepPanel key={state.step} name={stepName(state.step)}>
        <StepFace session={session} state={state} />
      </StepPanel>
      <WizardActions session={session} state={state} />
    </Dialog>
  );
}

/** A step takes the focus when it comes, so that the keyboard and a screen reader go on from its start. */
function StepPanel({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  const panel = useRef<HTMLElement>(null);
  useEffect(() => panel.current?.focus(), []);
  return (
    <section ref={panel} className="import-step" aria-label={name} tabIndex={-1}>
      {children}
    </section>
  );
}

function StepFace({ session, state }: { readonly session: ImportSession; readonly state: ImportState }): ReactNode {
  const { step, table, mapping, comparison, failure, work, offers } = state;
  if (table === null || mapping === null) {
    if (failure === null) return <WorkProgress state={state} />;
    return (
      <>
        <Failed failure={failure} isInline>
          <Button onPress={() => void session.choose()} isBusy={work !== null}>
            Choose another file
          </Button>
        </Failed>
        {offers.length > 0 ? (
          <div className="import-read-as">
            <QuotesField
              value={state.options.quotes ?? 'doubled'}
              styles={['doubled', ...offers]}
              detected="doubled"
              onChange={(quotes) => void session.readAs({ quotes })}
            />
          </div>
        ) : null}
      </>
    );
  }
  switch (step) {
    case 'file':
      return <FileStep session={session} state={state} table={table} />;
    case 'columns':
      return <ColumnsStep session={session} table={table} mapping={mapping} />;
    case 'compare':
    case 'apply':
      if (comparison === null) return <NotCompared session={session} state={state} />;
      return step === 'compare' ? (
        <CompareStep session={session} state={state} comparison={comparison} />
      ) : (
        <ApplyStep session={session} state={state} comparison={comparison} />
      );
  }
}

function NotCompared({ session, state }: { readonly session: ImportSession; readonly state: ImportState }) {
  if (state.failure === null) return <WorkProgress state={state} />;
  return (
    <Failed
      failure={state.failure}
      isInline
      onRetry={() => void session.compare()}
      isRetrying={state.work === 'comparing'}
    />
  );
}
