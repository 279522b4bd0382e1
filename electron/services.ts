import { join } from 'node:path';
import { net, session } from 'electron';
import type { Emit } from '../core/ipc.ts';
import { watchCertificateIssuers } from './app/certificate-issuers.ts';
import { createCamioAccounts } from './camio/camio-accounts.ts';
import { createSend } from './camio/send.ts';
import { openPracticeConnection } from './connections/practice-connection.ts';
import { createPractice } from './practice/practice.ts';
import { createDraftStore } from './readers/draft-store.ts';
import type { Stores } from './stores.ts';

/** What works on the stores: the way to Camio, the drafts and the practice account. */
export function createServices({ connections, secrets }: Stores, folder: string, emit: Emit) {
  const send = createSend(net, watchCertificateIssuers(session.defaultSession));
  const practice = createPractice({ folder: join(folder, 'practice'), emit });
  return {
    accounts: createCamioAccounts({ connections, secrets, send }),
    drafts: createDraftStore({ connections }),
    practice,
    openPractice: () => openPracticeConnection({ connections, secrets, practice }),
  };
}

export type Services = ReturnType<typeof createServices>;
