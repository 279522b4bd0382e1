import { Check } from 'lucide-react';
import { type ImportStep, importSteps } from './import-session.ts';

const titles = { file: 'File', columns: 'Columns', compare: 'Compare', apply: 'Apply' } as const satisfies Record<
  ImportStep,
  string
>;

/** What a step is called where it is spoken of: `Step 2 of 4: Columns`. */
export const stepName = (step: ImportStep): string =>
  `Step ${importSteps.indexOf(step) + 1} of ${importSteps.length}: ${titles[step]}`;

/** The wizard's steps, and where the person is. */
export function WizardSteps({ step }: { readonly step: ImportStep }) {
  const current = importSteps.indexOf(step);
  return (
    <ol className="import-steps" aria-label="Steps">
      {importSteps.map((each, index) => (
        <li
          key={each}
          aria-current={index === current ? 'step' : undefined}
          data-done={index < current ? true : undefined}
        >
          <span className="import-step-mark" aria-hidden="true">
            {index < current ? <Check /> : index + 1}
          </span>
          {titles[each]}
          {index < current ? <span className="visually-hidden"> (done)</span> : null}
        </li>
      ))}
    </ol>
  );
}
