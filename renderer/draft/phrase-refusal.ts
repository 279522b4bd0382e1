import type { AppError } from '../../core/app-error.ts';
import { phraseIssue } from '../../core/checks/phrase-issue.ts';
import type { ReaderIssue } from '../../core/checks/reader-issue.ts';
import type { DraftRefusal } from '../../core/draft/draft.ts';
import type { Reader } from '../../core/readers/reader.ts';
import { exhaustive } from '../../core/result.ts';

/** Why the draft does not do what was asked, in sentences. */
export function phraseRefusal(refusal: DraftRefusal | { readonly code: 'not open' }): AppError {
  switch (refusal.code) {
    case 'id is fixed':
      return {
        code: 'blocked',
        message: `The ID "${refusal.id}" cannot be changed: Camio already holds this reader, and its cameras and events go by the ID.`,
        next: 'To give a reader another ID, add a new one and delete this one.',
      };
    case 'no such reader':
      return {
        code: 'not-found',
        message: 'This reader is not in the draft any more.',
        next: 'Press Keep reader to bring it back first.',
      };
    case 'nothing to undo':
      return { code: 'blocked', message: 'There is nothing to undo.', next: 'Go on editing.' };
    case 'nothing to redo':
      return { code: 'blocked', message: 'There is nothing to redo.', next: 'Go on editing.' };
    case 'nothing changes':
      return { code: 'blocked', message: 'That changes nothing.', next: 'Go on editing.' };
    case 'not open':
      return {
        code: 'busy',
        message: 'The draft is not open yet.',
        next: 'Wait until the list is shown, then try again.',
      };
    default:
      return exhaustive(refusal);
  }
}

/** Why a reader that is being typed in is not in the draft yet. */
export function phraseUnfinished({ id, name }: Reader, issue: ReaderIssue): AppError {
  return {
    code: 'blocked',
    message: `The new reader “${name || id}” is not in the draft yet. ${phraseIssue(issue)}`,
    next: 'Finish it and press Enter, or close its line with Esc. Then review.',
  };
}
