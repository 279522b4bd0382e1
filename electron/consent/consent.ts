import type { MessageBoxOptions } from 'electron';
import type { AppError } from '../../core/app-error.ts';
import { originOf } from '../../core/connections/base-url.ts';
import type { Connection } from '../../core/connections/connection.ts';
import { createQueue } from '../../core/queue.ts';
import type { KnownServers } from './known-servers.ts';
import { type Deed, phraseConsent } from './phrase-consent.ts';

/** `not needed`: there was nothing to ask. `agreed` took as long as the person did. */
export type ConsentAnswer = 'not needed' | 'agreed' | 'declined';

/**
 * The last question before something goes out that the window alone must not decide: a push that removes many readers, and
 * the first write to a server. Main asks it in a dialog of the system's, which a page cannot answer.
 */
export interface Consent {
  ask(connection: Connection, deed: Deed): Promise<ConsentAnswer>;
}

export function createConsent(options: {
  readonly dialog: { showMessageBox(options: MessageBoxOptions): Promise<{ readonly response: number }> };
  readonly servers: KnownServers;
  /** Whether an address is the practice account's own server, which nothing can harm. */
  readonly isPractice: (baseUrl: string) => boolean;
  readonly notice: (error: AppError) => void;
}): Consent {
  const { dialog, servers, isPractice, notice } = options;
  // One question at a time: the answer to the first may answer the next.
  const queue = createQueue();

  async function ask(connection: Connection, deed: Deed): Promise<ConsentAnswer> {
    const origin = originOf(connection.baseUrl);
    const isNew = !servers.knows(origin) && !isPractice(connection.baseUrl);
    const isBraked = deed.kind === 'push' && deed.brake !== null;
    if (!isNew && !isBraked) return 'not needed';
    const { message, detail, button } = phraseConsent(connection, deed, isNew);
    const { response } = await dialog.showMessageBox({
      type: 'warning',
      title: 'Reader Desk',
      message,
      detail,
      buttons: ['Cancel', button],
      defaultId: cancelButton,
      cancelId: cancelButton,
      noLink: true,
    });
    if (response === cancelButton) return 'declined';
    if (isNew) {
      const kept = servers.add(origin);
      if (!kept.ok) notice(kept.error);
    }
    return 'agreed';
  }

  return { ask: (connection, deed) => queue.run(() => ask(connection, deed)) };
}

const cancelButton = 0;
