import { originOf } from '../../core/connections/base-url.ts';
import type { Connection } from '../../core/connections/connection.ts';
import type { Brake } from '../../core/draft/brake.ts';
import type { EventType } from '../../core/events/test-event.ts';
import { exhaustive } from '../../core/result.ts';
import { counted, formatCount } from '../../core/text/amounts.ts';

/** What is about to be sent. */
export type Deed =
  | { readonly kind: 'push'; readonly readers: number; readonly brake: Brake | null }
  | { readonly kind: 'test event' }
  | { readonly kind: 'sweep'; readonly events: number; readonly eventType: EventType };

/** The question of a native dialog: whose account, which server, how many. `isNew`: nothing was sent there before. */
export function phraseConsent(
  connection: Connection,
  deed: Deed,
  isNew: boolean,
): { readonly message: string; readonly detail: string; readonly button: string } {
  const server = originOf(connection.baseUrl);
  const asked = askOf(deed);
  const detail = [
    `Connection: ${oneLine(connection.name)}`,
    `Account: ${connection.accountEmail === null ? 'not confirmed' : oneLine(connection.accountEmail)}`,
    `Server: ${server}`,
    '',
    asked.what,
    ...(isNew
      ? [`Nothing was ever sent to ${server} from this computer. Go on only if it is the server of your Camio account.`]
      : []),
  ];
  return { message: asked.question, detail: detail.join('\n'), button: asked.button };
}

function askOf(deed: Deed): { readonly question: string; readonly what: string; readonly button: string } {
  switch (deed.kind) {
    case 'push': {
      const { brake, readers } = deed;
      const holds = `Camio will then hold ${counted(readers, 'reader')}.`;
      if (!brake)
        return { question: `Push ${counted(readers, 'reader')} to Camio?`, what: holds, button: 'Push to Camio' };
      const removed = `${formatCount(brake.removed)} of ${counted(brake.of, 'reader')}`;
      return {
        question: `Remove ${removed} from Camio?`,
        what: `The push removes ${removed}. ${holds}`,
        button: 'Push to Camio',
      };
    }
    case 'test event':
      return { question: 'Send a test event to Camio?', what: 'The event is real in Camio.', button: 'Send event' };
    case 'sweep': {
      const events = counted(deed.events, 'test event');
      return {
        question: `Send ${events} to Camio?`,
        what: `They are real in Camio, each “${deed.eventType}”.`,
        button: 'Start sweep',
      };
    }
    default:
      return exhaustive(deed);
  }
}

/** The window chose these texts, so they must not be able to look like lines of main's own, or push them out of view. */
function oneLine(text: string): string {
  const line = text.replace(/[\p{C}\p{Z}]+/gu, ' ').trim();
  return line.length > 80 ? `${line.slice(0, 80)}…` : line;
}
