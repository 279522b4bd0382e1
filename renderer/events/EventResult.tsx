import { CircleCheck, TriangleAlert } from 'lucide-react';
import type { AppError } from '../../core/app-error.ts';
import type { SentEvent } from '../../core/events/test-event.ts';
import { sentencesOf } from '../ipc/app-failure.ts';
import { answerSentence, statusAndLatency } from './phrase-event.ts';

interface EventResultProps {
  readonly sent: SentEvent | null;
  /** Why nothing was sent, or why its record could not be kept. */
  readonly failure: unknown;
  readonly isSending: boolean;
}

/** What came of the last event: Camio's status, how long it took, and its answer as it came. */
export function EventResult({ sent, failure, isSending }: EventResultProps) {
  const outcome = sent?.outcome ?? null;
  const accepted = outcome?.kind === 'accepted' && !isSending ? outcome : null;
  const error = isSending ? null : failureOf(failure, sent);
  return (
    <>
      <div role="status" className="event-result-news">
        {isSending ? <p className="dim">Sending…</p> : null}
        {accepted ? (
          <div className="event-result good">
            <CircleCheck aria-hidden="true" />
            <div>
              <p className="event-result-title">Camio accepted the event: {statusAndLatency(accepted)}.</p>
              <Answer text={accepted.answer} />
            </div>
          </div>
        ) : null}
      </div>
      {error ? (
        <div className="event-result bad" role="alert">
          <TriangleAlert aria-hidden="true" />
          <div>
            <p className="event-result-title">{error.message}</p>
            <p>{error.next}</p>
            {outcome && !failure ? <p>{answerSentence(outcome)}</p> : null}
            {error.detail ? <Answer text={error.detail} /> : null}
          </div>
        </div>
      ) : null}
    </>
  );
}

type Sentences = Pick<AppError, 'message' | 'next' | 'detail'>;

function failureOf(failure: unknown, sent: SentEvent | null): Sentences | null {
  if (failure) return sentencesOf(failure);
  return sent && 'error' in sent.outcome ? sent.outcome.error : null;
}

/** The server's answer, as plain text. */
export function Answer({ text }: { readonly text: string }) {
  return text === '' ? <p className="dim">The answer was empty.</p> : <pre className="event-answer">{text}</pre>;
}
