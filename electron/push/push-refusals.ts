import type { AppError } from '../../core/app-error.ts';

export const reviewedEarlier: AppError = {
  code: 'draft-out-of-step',
  message: 'The draft was changed after it was reviewed. Nothing was sent.',
  next: 'Review it again, then push.',
};

export const busy: AppError = {
  code: 'busy',
  message: 'A push of this connection is under way already.',
  next: 'Wait until it has ended.',
};

export const busyDeleting: AppError = {
  code: 'busy',
  message: 'A push of this connection is under way, so the connection was not deleted.',
  next: 'Wait until the push has ended, or cancel it, then delete the connection.',
};

export const tooLate: AppError = {
  code: 'busy',
  message: 'The list is being sent already, so the push cannot be cancelled any more.',
  next: 'Wait until the list was read back.',
};

export const brokeOff: AppError = {
  code: 'outcome-unknown',
  message: 'Reader Desk failed in the middle of the push, so it is not known which list Camio holds now.',
  next: 'Refresh from Camio to see what it holds before you push again.',
};

export const nothingInFlight: AppError = {
  code: 'not-found',
  message: 'It is known what became of the last push of this connection, so there is nothing to read back.',
  next: 'Refresh from Camio to see what it holds now.',
};

/** A push of an earlier session, of which nothing can be found out now. */
export function cannotSettle(why: AppError): AppError {
  return {
    ...why,
    message: `A push was under way when Reader Desk was last stopped, and it is not known which list Camio holds now. ${why.message}`,
  };
}
