import type { AppError } from '../core/app-error.ts';
import type { TokenStatus } from '../core/connections/connection.ts';
import type { Result } from '../core/result.ts';

/** Where tokens live. Nothing else in the app keeps one. */
export interface Secrets {
  status(connectionId: string): Promise<TokenStatus>;
  /** Keeps a cleaned token: encrypted on disk where the system can, else in memory until the app ends. */
  set(connectionId: string, token: string): Promise<Result<TokenStatus, AppError>>;
  /** Keeps a token in memory only (the practice account's). */
  setForSession(connectionId: string, token: string, reason: string): void;
  forget(connectionId: string): Promise<Result<void, AppError>>;
  /** For the Authorization header alone. */
  reveal(connectionId: string): Promise<Result<string, AppError>>;
}
