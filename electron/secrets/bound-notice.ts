import type { AppError } from '../../core/app-error.ts';

/** Says which server a token of an older version now belongs to, if it is one that is not reached over https. */
export function boundNotice(connectionName: string, origin: string): AppError | null {
  if (origin.startsWith('https://')) return null;
  return {
    code: 'blocked',
    message: `The stored token of “${connectionName}” now belongs to ${origin} alone, which is not reached over https.`,
    next: 'If that is not its server, forget the token, correct the address and enter the token again.',
  };
}
