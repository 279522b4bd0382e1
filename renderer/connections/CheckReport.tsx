import { Check, CircleQuestionMark, X } from 'lucide-react';
import type { CheckStep, ConnectionCheck } from '../../core/connections/connection.ts';

const marks = {
  passed: { Icon: Check, word: 'Passed' },
  failed: { Icon: X, word: 'Failed' },
  unknown: { Icon: CircleQuestionMark, word: 'Unknown' },
} as const;

/** What *Check connection* found, step by step. */
export function CheckReport({ check }: { readonly check: ConnectionCheck }) {
  return (
    <section className="check-report" role="status" aria-label="What the check found">
      <ol>
        {check.steps.map((step) => (
          <Step key={step.name} step={step} />
        ))}
      </ol>
      <p className="dim">Checked at {new Date(check.checkedAt).toLocaleTimeString()}</p>
    </section>
  );
}

function Step({ step: { name, outcome, message, status, latencyMs } }: { readonly step: CheckStep }) {
  const { Icon, word } = marks[outcome];
  const figures = [
    status === undefined ? null : `HTTP ${status}`,
    latencyMs === undefined ? null : `${Math.round(latencyMs).toLocaleString('en')} ms`,
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
