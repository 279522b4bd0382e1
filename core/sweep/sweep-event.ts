import type { TestEvent } from '../events/test-event.ts';
import type { Sweep } from './sweep.ts';
import { sweepLabel } from './sweep-labels.ts';

/** One reader's event: it happens when it is sent, carries its own label beside the sweep's, and speaks of no person. */
export function sweepEvent(
  { id, eventType, labels }: Pick<Sweep, 'id' | 'eventType' | 'labels'>,
  readerId: string,
  label: string,
  at: string,
): TestEvent {
  return {
    readerId,
    timestamp: at,
    eventType,
    labels: [...labels, sweepLabel(id), label],
    actorId: '',
    actorName: '',
  };
}
