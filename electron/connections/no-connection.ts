import type { AppError } from '../../core/app-error.ts';

/** Why nothing can be done with a connection that was deleted meanwhile, e.g. by a page that was still in view. */
export const noConnection: AppError = {
  code: 'not-found',
  message: 'This connection no longer exists.',
  next: 'Choose another one on the Connections page.',
};
