import { CircleCheck, Copy, ExternalLink, TriangleAlert } from 'lucide-react';
import type { AppError } from '../../core/app-error.ts';
import type { SentEvent } from '../../core/events/test-event.ts';
import { uniqueLabelOf } from '../../core/events/unique-label.ts';
import { sentencesOf } from '../ipc/app-failure.ts';
import { Button } from '../ui/Button.tsx';
import { useConnection } from '../window/current-connection.ts';
import { copyLabel, searchInCamio } from '../window/label-in-camio.ts';
import { answerSentence } from './phrase-event.ts';

interface EventResultProps {
  readonly sent: SentEvent | null;
  /** Why nothing was sent, or why its record could not be kept. */
  readonly failure: unknown;
  readonly isSending: boolean;
}

/** What came of the last event, and how to find it in Camio. */
export function EventResult({ sent, failure, isSending }: EventResultProps) {
  const error = isSending ? null : failureOf(failure, sent);
  return (
    <>
      <div role="status" className="event-result-news">
        {isSending ? <p className="dim">Sending…</p> : null}
        {!isSending && sent?.outcome.kind === 'accepted' ? <Accepted sent={sent} /> : null}
      </div>
      {error ? (
        <div className="event-result bad" role="alert">
          <TriangleAlert aria-hidden="true" />
          <div>
            <p className="event-result-title">{error.message}</p>
            <p>{error.next}</p>
            {sent && !failure ? <p>{answerSentence(sent.outcome)}</p> : null}
            {error.detail ? <Answer text={error.detail} /> : null}
          </div>
        </div>
      ) : null}
    </>
  );
}

function Accepted({ sent }: { readonly sent: SentEvent }) {
  const { kind } = useConnection();
  const label = uniqueLabelOf(sent.event.labels);
  return (
    <div className="event-result good">
      <CircleCheck aria-hidden="true" />
      {label === null ? (
        <p className="event-result-title">Accepted.</p>
      ) : (
        <>
          <p className="event-result-title">
            Accepted. Search Camio for <span className="mono selectable">{label}</span>.
          </p>
          <Button variant="quiet" icon={<Copy aria-hidden="true" />} onPress={() => void copyLabel(label)}>
            Copy
          </Button>
          {kind === 'practice' ? null : (
            <Button
              variant="quiet"
              icon={<ExternalLink aria-hidden="true" />}
              onPress={() => void searchInCamio(label)}
            >
              Open in Camio
            </Button>
          )}
        </>
      )}
    </div>
  );
}

type Sentences = Pick<AppError, 'message' | 'next' | 'detail'>;

function failureOf(failure: unknown, sent: SentEvent | null): Sentences | null {
  if (failure) return sentencesOf(failure);
  return sent && 'error' in sent.outcome ? sent.outcome.error : null;
}

/** The server's answer, as plain text. */
export function Answer({ text }: { readonly text: string }) {
  return text === '' ? (
    <p className="event-no-answer">The answer was empty.</p>
  ) : (
    <pre className="event-answer">{text}</pre>
  );
}
