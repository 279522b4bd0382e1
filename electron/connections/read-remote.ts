import type { AppError } from '../../core/app-error.ts';
import { phraseFailure } from '../../core/camio/phrase-failure.ts';
import type { RemoteList } from '../../core/readers/reader.ts';
import { fail, ok, type Result } from '../../core/result.ts';
import type { CamioAccounts } from './camio-accounts.ts';

interface ReadRemoteNeeds {
  readonly accounts: CamioAccounts;
  readonly now: () => Date;
}

/** Reads Camio's list for a connection; a refusal is ready for the screen. */
export type ReadRemote = (connectionId: string, signal?: AbortSignal) => Promise<Result<RemoteList, AppError>>;

export function createReadRemote({ accounts, now }: ReadRemoteNeeds): ReadRemote {
  return async (connectionId, signal = new AbortController().signal) => {
    const client = await accounts.client(connectionId);
    if (!client.ok) return client;
    const read = await client.value.readList(signal);
    if (!read.ok) return fail(phraseFailure(read.error, 'read the list'));
    return ok({ readers: read.value.readers, readAt: now().toISOString() });
  };
}
