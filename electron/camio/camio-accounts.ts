import type { AppError } from '../../core/app-error.ts';
import type { CamioClient } from '../../core/camio/client.ts';
import type { Result } from '../../core/result.ts';

/** Camio clients by connection, each bound to its own base URL, dialect and token. */
export interface CamioAccounts {
  client(connectionId: string): Promise<Result<CamioClient, AppError>>;
}
