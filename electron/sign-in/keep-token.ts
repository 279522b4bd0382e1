import type { AppError } from '../../core/app-error.ts';
import type { Connection } from '../../core/connections/connection.ts';
import { ok, type Result } from '../../core/result.ts';
import { practiceReason } from '../connections/practice-connection.ts';
import type { Secrets } from '../secrets/secrets.ts';
import type { TokenRecord } from '../secrets/token-record.ts';

/** Keeps a token in place of the one before: on disk before it is used, but for the practice account’s. */
export async function keepToken(
  secrets: Pick<Secrets, 'set' | 'setForSession'>,
  { id, kind }: Connection,
  record: TokenRecord,
): Promise<Result<void, AppError>> {
  if (kind === 'practice') {
    secrets.setForSession(id, record, practiceReason);
    return ok(undefined);
  }
  const set = await secrets.set(id, record);
  return set.ok ? ok(undefined) : set;
}
