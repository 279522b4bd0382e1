import { RotateCw, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { sentencesOf } from '../ipc/app-failure.ts';
import { Button } from './Button.tsx';

interface FailedProps {
  /** An AppFailure, or whatever else was thrown. */
  readonly failure: unknown;
  readonly onRetry?: () => void;
  readonly isRetrying?: boolean;
  /** Other ways out, as buttons. */
  readonly children?: ReactNode;
  /** Inside a form or a card rather than in place of a page. */
  readonly isInline?: boolean;
}

/** The failed face of a page or a part of it: what happened and why, what to do next, and Retry. */
export function Failed({ failure, onRetry, isRetrying = false, children, isInline = false }: FailedProps) {
  const { message, next, detail } = sentencesOf(failure);
  return (
    <div className={isInline ? 'failed inline' : 'failed'} role="alert">
      <TriangleAlert aria-hidden="true" />
      <div className="failed-text">
        <p className="failed-message">{message}</p>
        <p>{next}</p>
        {detail ? <pre className="failed-detail">{detail}</pre> : null}
        {onRetry || children ? (
          <div className="failed-actions">
            {onRetry ? (
              <Button icon={<RotateCw aria-hidden="true" />} onPress={onRetry} isBusy={isRetrying}>
                Retry
              </Button>
            ) : null}
            {children}
          </div>
        ) : null}
      </div>
    </div>
  );
}
