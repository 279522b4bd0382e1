import type { Reader } from '../../core/readers/reader.ts';
import { ok } from '../../core/result.ts';
import type { CamioAccounts } from './camio-accounts.ts';

/** The accounts, with every list that is read told to `onRead` as well, so that nobody has to read it a second time. */
export function observedAccounts(
  accounts: CamioAccounts,
  onRead: (connectionId: string, readers: readonly Reader[]) => void,
): CamioAccounts {
  return {
    async client(connectionId) {
      const client = await accounts.client(connectionId);
      if (!client.ok) return client;
      return ok({
        ...client.value,
        async readList(signal) {
          const read = await client.value.readList(signal);
          if (read.ok) onRead(connectionId, read.value.readers);
          return read;
        },
      });
    },
  };
}
