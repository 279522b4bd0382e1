import { exhaustive } from '../result.ts';
import type { TestEvent } from './test-event.ts';

/** Why a test event cannot be sent as it is. */
export type EventIssue =
  | { readonly code: 'no reader' }
  | { readonly code: 'bad time' }
  /** Camio wants at least one of event type, labels, actor id and actor name. */
  | { readonly code: 'says nothing' }
  | { readonly code: 'empty label'; readonly index: number }
  | { readonly code: 'control character'; readonly field: EventTextField; readonly index: number };

type EventTextField = 'reader' | 'label' | 'actor ID' | 'actor name';

const utcWithMilliseconds = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/;

// Line breaks, terminal codes, and the marks that turn the direction of text around: none has a place in one line.
const controlCharacter = /[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/u;

/** Everything that keeps an event from being sent, in the form's order; empty where it can go. */
export function eventIssues(event: TestEvent): EventIssue[] {
  const issues: EventIssue[] = [];
  const checkText = (text: string, field: EventTextField, index = 0) => {
    if (controlCharacter.test(text)) issues.push({ code: 'control character', field, index });
  };
  if (event.readerId === '') issues.push({ code: 'no reader' });
  checkText(event.readerId, 'reader');
  if (!utcWithMilliseconds.test(event.timestamp) || Number.isNaN(Date.parse(event.timestamp))) {
    issues.push({ code: 'bad time' });
  }
  event.labels.forEach((label, index) => {
    if (label.trim() === '') issues.push({ code: 'empty label', index });
    checkText(label, 'label', index);
  });
  checkText(event.actorId, 'actor ID');
  checkText(event.actorName, 'actor name');
  if (event.eventType === null && event.labels.length === 0 && event.actorId === '' && event.actorName === '') {
    issues.push({ code: 'says nothing' });
  }
  return issues;
}

/** The issue in a sentence that says what to do. */
export function phraseEventIssue(issue: EventIssue): string {
  switch (issue.code) {
    case 'no reader':
      return 'Choose the reader that the event comes from.';
    case 'bad time':
      return 'Choose the date and time of the event.';
    case 'says nothing':
      return 'Give at least one of event type, labels, actor ID and actor name. Camio needs one of them.';
    case 'empty label':
      return `Label ${issue.index + 1} is empty. Write something or remove it.`;
    case 'control character': {
      const where = issue.field === 'label' ? `Label ${issue.index + 1}` : `The ${issue.field}`;
      return `${where} contains an invisible control character. Type it again instead of pasting it.`;
    }
    default:
      return exhaustive(issue);
  }
}
