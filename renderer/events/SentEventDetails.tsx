import type { SentEvent } from '../../core/events/test-event.ts';
import { Answer } from './EventResult.tsx';
import { outcomeWord, statusAndLatency } from './phrase-event.ts';

/** What was posted, and what came back. */
export function SentEventDetails({ record }: { readonly record: SentEvent }) {
  const { outcome } = record;
  return (
    <dl className="sent-facts">
      <div>
        <dt>What was sent</dt>
        <dd>
          <pre className="event-answer">{record.body}</pre>
        </dd>
      </div>
      <div>
        <dt>
          {outcomeWord(outcome)} <span className="dim">{statusAndLatency(outcome)}</span>
        </dt>
        <dd>
          {outcome.kind === 'accepted' ? <Answer text={outcome.answer} /> : null}
          {'error' in outcome ? (
            <>
              <p>{outcome.error.message}</p>
              <p>{outcome.error.next}</p>
              {outcome.error.detail ? <Answer text={outcome.error.detail} /> : null}
            </>
          ) : null}
          <p className="dim">
            Sent at {record.sentAt}
            {record.repeats === null ? '' : ', as a repeat of an earlier event'}. Record {record.id}.
          </p>
        </dd>
      </div>
    </dl>
  );
}
