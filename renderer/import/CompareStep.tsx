import { useId, useState } from 'react';
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components';
import type { ImportComparison } from '../../core/import/import-comparison.ts';
import { counted, formatCount } from '../../core/text/amounts.ts';
import { Failed } from '../ui/Failed.tsx';
import { ComparedTable } from './ComparedTable.tsx';
import { type ComparedKind, comparedKinds, firstLookedAt, kindTitle, totalOf } from './compared-kinds.ts';
import type { ImportSession, ImportState } from './import-session.ts';
import { ModeField } from './ModeField.tsx';
import { changesNothing, effectOf, nothingToChange, phraseAccount } from './phrase-outcome.ts';

interface CompareStepProps {
  readonly session: ImportSession;
  readonly state: ImportState;
  readonly comparison: ImportComparison;
}

/** What the file would change, kind by kind, and what the person has to decide. */
export function CompareStep({ session, state, comparison }: CompareStepProps) {
  const { target } = session.list;
  const { choices } = state;
  const [kind, setKind] = useState<ComparedKind>(() => firstLookedAt(comparison));
  const errors = comparison.errors.total;
  const without = useId();
  // A kind that the last repair emptied stays in view until the person leaves it.
  const shown = comparedKinds.filter((each) => each === kind || isAlwaysShown(each) || totalOf(comparison, each) > 0);
  const isSame = errors === 0 && changesNothing(effectOf(comparison, choices));
  return (
    <>
      {state.failure === null ? null : (
        <Failed
          failure={state.failure}
          isInline
          onRetry={() => void session.compare()}
          isRetrying={state.work !== null}
        />
      )}
      <ModeField
        target={target}
        mode={choices.mode}
        missing={comparison.missing.total}
        isPart={comparison.isPart}
        onChange={(mode) => session.setChoices({ mode })}
      />
      {errors > 0 ? (
        <label className="import-check" htmlFor={without}>
          <input
            id={without}
            type="checkbox"
            checked={choices.leaveOutErrors}
            onChange={(event) => session.setChoices({ leaveOutErrors: event.target.checked })}
          />
          Import the other rows without {errors === 1 ? 'this 1' : `these ${formatCount(errors)}`}
          <span className="warns">
            {counted(errors, 'row')} {errors === 1 ? 'has an error' : 'have errors'}.
          </span>
        </label>
      ) : null}
      <p className="import-account dim">{phraseAccount(comparison.account)}</p>
      {isSame ? (
        <p className="import-same" role="status">
          {nothingToChange}
        </p>
      ) : null}
      <Tabs
        className="import-tabs"
        selectedKey={kind}
        onSelectionChange={(key) => setKind(shown.find((each) => each === key) ?? kind)}
      >
        <div className="import-tab-line">
          <TabList aria-label="What the file would change" className="import-tab-list">
            {shown.map((each) => (
              <Tab key={each} id={each} className="import-tab" data-kind={each}>
                <b className="tabular">{formatCount(totalOf(comparison, each))}</b> {kindTitle(each, target)}
              </Tab>
            ))}
          </TabList>
          <p className="dim">{formatCount(comparison.unchanged)} unchanged</p>
        </div>
        {shown.map((each) => (
          <TabPanel key={each} id={each} className="import-tab-panel">
            <ComparedTable
              kind={each}
              target={target}
              comparison={comparison}
              choices={choices}
              onChoose={(chosen) => session.setChoices(chosen)}
            />
          </TabPanel>
        ))}
      </Tabs>
    </>
  );
}

const isAlwaysShown = (kind: ComparedKind): boolean => kind === 'added' || kind === 'renamed' || kind === 'missing';
