import { latencyText } from '../../core/text/amounts.ts';
import './step-list.css';
import { Check, CircleQuestionMark, X } from 'lucide-react';

interface Step {
  readonly name: string;
  readonly outcome: 'passed' | 'failed' | 'unknown';
  readonly message: string;
  readonly status?: number;
  readonly latencyMs?: number;
}

const marks = {
  passed: { Icon: Check, word: 'Passed' },
  failed: { Icon: X, word: 'Failed' },
  unknown: { Icon: CircleQuestionMark, word: 'Unknown' },
} as const;

/** What a check found, step by step. */
export function StepList({ steps }: { readonly steps: readonly Step[] }) {
  return (
    <ol className="step-list">
      {steps.map((step) => (
        <StepLine key={step.name} step={step} />
      ))}
    </ol>
  );
}

function StepLine({ step: { name, outcome, message, status, latencyMs } }: { readonly step: Step }) {
  const { Icon, word } = marks[outcome];
  const figures = [
    status === undefined ? null : `HTTP ${status}`,
    latencyMs === undefined ? null : latencyText(latencyMs),
  ].filter((figure) => figure !== null);
  return (
    <li className="check-step" data-outcome={outcome}>
      <Icon aria-hidden="true" />
      <span className="visually-hidden">{word}: </span>
      <strong>{name}</strong>
      <span className="check-message">{message}</span>
      <span className="dim tabular">{figures.join(' · ')}</span>
    </li>
  );
}
