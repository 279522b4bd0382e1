import type { AppError, AppErrorCode } from '../app-error.ts';
import { exhaustive } from '../result.ts';
import { counted, formatCount } from '../text/amounts.ts';
import { type ListPart, quotedKeys } from './device-list.ts';
import { type CamioFailure, mayHaveActed } from './failure.ts';
import type { TransportFailure } from './http.ts';

/** What was asked of Camio when it failed. The first two do not change anything there. */
export type Asked = 'read the list' | 'read the account' | 'replace the list' | 'send the event';

/** A failure in sentences: what happened and why, then what to do. The server’s own text becomes `detail`. */
export function phraseFailure(failure: CamioFailure, asked: Asked): AppError {
  if (failure.code === 'transport') return phraseTransport(failure.failure, asked);
  const detail = 'text' in failure && failure.text !== '' ? { detail: failure.text } : {};
  switch (failure.code) {
    case 'redirected':
      return {
        code: 'redirected',
        message: `The server answered ${failure.status} and pointed to ${failure.target}. Reader Desk did not go there: a redirected call can be lost, and the token belongs to the connection’s own host only.`,
        next: 'If that address is right, make it the connection’s API base URL.',
      };
    case 'unauthorized':
      return {
        code: 'unauthorized',
        message: `Camio does not accept the token for this call (status ${failure.status}), so nothing was ${done(asked)}.`,
        next: 'Generate a new token on Camio’s settings page and replace the token of this connection.',
        ...detail,
      };
    case 'not offered':
      return {
        code: 'not-offered',
        message: `The server does not offer this call at the connection’s API base URL (status ${failure.status}), so nothing was ${done(asked)}.`,
        next: 'Check the API base URL of the connection.',
        ...detail,
      };
    case 'rejected':
      return {
        code: 'rejected',
        message: `Camio refused the request (status ${failure.status}), so nothing was ${done(asked)}. ${itsWords(failure.text)}`,
        next: isWrite(asked) ? 'Correct what Camio names, then try again.' : 'Check the API base URL and the dialect.',
        ...detail,
      };
    case 'rate limited':
      return {
        code: 'rate-limited',
        message: `Camio takes no more requests for now (status 429), so nothing was ${done(asked)}.`,
        next: `Try again ${inSeconds(failure.retryAfterMs)}.`,
        ...detail,
      };
    case 'server error':
      return {
        code: 'server-error',
        message: `The server failed (status ${failure.status}). ${unsure(failure, asked)}`,
        next: afterUnsure(asked),
        ...detail,
      };
    case 'unexpected status':
      return {
        code: 'unexpected-status',
        message: `The server answered with status ${failure.status}, which Camio’s guide does not name. ${unsure(failure, asked)}`,
        next: isWrite(asked) ? afterUnsure(asked) : 'Check the API base URL of the connection.',
        ...detail,
      };
    case 'unreadable':
      if (failure.part) return phrasePart(failure.part);
      return {
        code: 'unreadable-answer',
        message: `Camio’s answer could not be read. ${failure.why}`,
        next: 'Check the API base URL. A proxy or a sign-in page between this computer and Camio can also answer like this.',
        ...(failure.excerpt === '' ? {} : { detail: failure.excerpt }),
      };
    default:
      return exhaustive(failure);
  }
}

/** How many readers of a part are named. */
const namedOfPart = 20;

/** Camio answered with some of its readers: shown as what it is, and nothing is built on it. */
function phrasePart({ readers, keys }: ListPart): AppError {
  const named = readers.slice(0, namedOfPart).map(({ id, name }) => `${id} ${name}`.trim());
  const more = readers.length - named.length;
  return {
    code: 'partial-list',
    message: `Camio answered with a part of its list only: ${counted(readers.length, 'reader')}, and ${quotedKeys(keys)} beside them ${keys.length === 1 ? 'says' : 'say'} that this is not all. The list here was left as it is, and nothing can be pushed onto a part.`,
    next: 'Try again. If it stays like this, check the API base URL, and ask whoever runs the server to answer with the whole list.',
    ...(named.length === 0
      ? {}
      : { detail: `${named.join('\n')}${more > 0 ? `\nand ${counted(more, 'reader')} more` : ''}` }),
  };
}

const unreachable = {
  name: {
    message: 'The server could not be reached: its name was not found.',
    next: 'Check the API base URL for a typing mistake, and this computer’s network.',
  },
  refused: {
    message: 'The server could not be reached: nothing takes connections at that address and port.',
    next: 'Check the API base URL, or try again later.',
  },
  offline: {
    message: 'The server could not be reached: this computer is offline.',
    next: 'Connect it to a network and try again. The draft stays as it is.',
  },
  proxy: {
    message: 'The server could not be reached: the proxy of this network did not let the call through.',
    next: 'Ask whoever runs the network to allow the host of the API base URL, or check the system’s proxy settings.',
  },
  'proxy login': {
    message: 'The server could not be reached: the proxy of this network asks for a name and password.',
    next: 'Try again and enter them, or ask whoever runs the network for them.',
  },
  other: {
    message: 'The server could not be reached.',
    next: 'Check the network and the API base URL, then try again.',
  },
} as const;

function phraseTransport(failure: TransportFailure, asked: Asked): AppError {
  if (isWrite(asked) && mayHaveActed({ code: 'transport', failure })) return phraseUnknown(failure, asked);
  switch (failure.kind) {
    case 'unreachable': {
      const { message, next } = unreachable[failure.reason];
      return { code: 'unreachable', message: `${message} Nothing was ${done(asked)}.`, next, detail: failure.detail };
    }
    case 'tls': {
      const issuer = failure.issuer === undefined ? '' : ` It was issued by ${failure.issuer}.`;
      return {
        code: 'tls',
        message: `The server’s certificate or encryption is not trusted by this computer.${issuer} Nothing was ${done(asked)}.`,
        next: 'If your network inspects encrypted traffic, ask its administrator to install its root certificate in this system.',
        detail: failure.detail,
      };
    }
    case 'timeout':
      return {
        code: 'timeout',
        message: `The server did not answer in time. Nothing was ${done(asked)}.`,
        next: 'Try again. If it happens again, check the network.',
      };
    case 'broken':
      return {
        code: 'unreachable',
        message: `The connection broke off. Nothing was ${done(asked)}.`,
        next: 'Try again. If it happens again, check the network.',
        detail: failure.detail,
      };
    case 'cancelled':
      return {
        code: 'cancelled',
        message: `Cancelled. Nothing was ${done(asked)}.`,
        next: 'Start again when you like.',
      };
    case 'too large':
      return {
        code: 'answer-too-large',
        message: `The server’s answer is larger than ${formatCount(failure.limitBytes)} bytes, so it was cut off and not used.`,
        next: 'Check that the API base URL is Camio’s: no device list is that large.',
      };
    default:
      return exhaustive(failure);
  }
}

/** A write after which nobody knows whether Camio acted. */
function phraseUnknown(failure: TransportFailure, asked: Asked): AppError {
  const happened = {
    timeout: 'The server did not answer in time.',
    broken: 'The connection broke off before the answer was complete.',
    cancelled: 'The call was cancelled after it had been sent.',
    'too large': 'The server’s answer was too large to read.',
    unreachable: 'The server could not be reached.',
    tls: 'The encrypted connection failed.',
  } as const satisfies Record<TransportFailure['kind'], string>;
  const code: AppErrorCode = 'outcome-unknown';
  const message = `${happened[failure.kind]} Whether ${subject(asked)} is not known.`;
  return { code, message, next: afterUnsure(asked), ...('detail' in failure ? { detail: failure.detail } : {}) };
}

function isWrite(asked: Asked): boolean {
  return asked === 'replace the list' || asked === 'send the event';
}

function done(asked: Asked): string {
  if (asked === 'replace the list') return 'stored';
  return asked === 'send the event' ? 'recorded' : 'read';
}

function subject(asked: Asked): string {
  return asked === 'send the event' ? 'Camio recorded the event' : 'Camio stored the list';
}

function unsure(failure: CamioFailure, asked: Asked): string {
  if (!isWrite(asked) || !mayHaveActed(failure)) return `Nothing was ${done(asked)}.`;
  return `Whether ${subject(asked)} is not known.`;
}

function afterUnsure(asked: Asked): string {
  if (asked === 'replace the list') return 'Refresh from Camio to see what it holds before you push again.';
  if (asked === 'send the event') return 'Search Camio for the event’s unique label before you send it again.';
  return 'Try again in a while.';
}

function itsWords(text: string): string {
  return text === '' ? 'It gave no reason.' : 'Its own words are below.';
}

function inSeconds(waitMs: number | null): string {
  if (waitMs === null) return 'in a minute; Camio did not say how long to wait';
  const seconds = Math.ceil(waitMs / 1000);
  return seconds <= 0 ? 'now' : `in ${counted(seconds, 'second')}`;
}
