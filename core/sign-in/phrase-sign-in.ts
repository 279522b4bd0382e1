import type { AppError } from '../app-error.ts';
import type { TransportFailure } from '../camio/http.ts';
import { exhaustive } from '../result.ts';
import { neededScope } from './authorize-url.ts';
import type { SignInFailure } from './sign-in-failure.ts';
import type { SignInState } from './sign-in-state.ts';

/** What a person is told about a sign-in: where it stands, and the one thing to do next. */
export interface SignInSentences {
  readonly message: string;
  readonly next: string;
  readonly detail?: string;
}

export function phraseSignIn(state: SignInState): SignInSentences {
  switch (state.kind) {
    case 'waiting for the browser':
      return state.isOpened
        ? { message: 'Waiting for your browser.', next: 'Sign in there and allow Reader Desk to use your account.' }
        : {
            message: 'This computer did not open a browser.',
            next: 'Copy the link and open it in a browser on this computer.',
          };
    case 'exchanging':
      return { message: 'Your browser is back. Fetching the token.', next: 'This takes a moment.' };
    case 'checking the account':
      return { message: 'Checking whose account it is.', next: 'This takes a moment.' };
    case 'signed in':
      return state.email === null
        ? {
            message: 'Signed in. Camio did not say whose account it is.',
            next: 'Check the connection before you push.',
          }
        : {
            message: `Signed in as ${state.email}.`,
            next: 'The token is stored. You can close the page in your browser.',
          };
    case 'denied':
      return {
        message: 'Access was denied in the browser. The token of this connection did not change.',
        next: 'Try again and press Allow, or paste a token instead.',
      };
    case 'cancelled':
      return {
        message: 'The sign-in was cancelled. The token of this connection did not change.',
        next: 'Try again when you like.',
      };
    case 'timed out':
      return {
        message: 'Your browser did not come back within ten minutes. The token of this connection did not change.',
        next: 'Try again. If the browser shows an error page, paste a token instead.',
      };
    case 'refused':
    case 'unreachable':
      return state.error;
    default:
      return exhaustive(state);
  }
}

/** Why a sign-in or a renewal failed, in sentences. */
export function phraseSignInFailure(failure: SignInFailure): AppError {
  switch (failure.code) {
    case 'transport':
      return phraseTransport(failure.failure);
    case 'redirected':
      return {
        code: 'redirected',
        message: `The token address answered ${failure.status} and pointed to ${failure.target}. Reader Desk sent nothing there.`,
        next: 'If that address is right, make it the Token URL of the connection.',
      };
    case 'status':
      return phraseStatus(failure.status, failure.text);
    case 'error answer':
      return phraseErrorAnswer(failure.error, failure.description);
    case 'unreadable':
      return {
        code: 'unreadable-answer',
        message: `The answer of the token address could not be read. ${failure.why}`,
        next: 'Check the Token URL of the connection.',
      };
    case 'wrong issuer':
      return {
        code: 'blocked',
        message: 'The answer in the browser came from a server other than the one that was asked, so it was not used.',
        next: 'Try again. If it happens again, check the Authorize URL with your Camio contact.',
        detail: failure.issuer,
      };
    case 'no code':
      return {
        code: 'unreadable-answer',
        message: 'The browser came back without the code that a sign-in needs.',
        next: 'Check the Authorize URL of the connection, then try again.',
      };
    case 'less scope':
      return {
        code: 'rejected',
        message: `Camio allowed less than Reader Desk needs: the scope ${neededScope} is missing, so the token was not used.`,
        next: 'Ask your Camio contact whether the client may use that scope.',
        detail: failure.scope === '' ? 'No scope was granted.' : failure.scope,
      };
    case 'other account':
      return {
        code: 'confirmation-needed',
        message: `The browser is signed in as ${failure.now}, but this connection belongs to ${failure.was}. The token was not used.`,
        next: `Sign in as ${failure.was}, or add a connection for ${failure.now}.`,
      };
    case 'connection changed':
      return {
        code: 'blocked',
        message: 'The connection was changed while the browser was open, so the token was not used.',
        next: 'Sign in again.',
      };
    case 'not stored':
      return failure.error;
    default:
      return exhaustive(failure);
  }
}

function phraseTransport(failure: TransportFailure): AppError {
  const detail = 'detail' in failure ? { detail: failure.detail } : {};
  switch (failure.kind) {
    case 'unreachable':
      return {
        code: 'unreachable',
        message: `The token address could not be reached: ${unreachable[failure.reason]}.`,
        next: 'Check the network and the Token URL, then sign in again.',
        ...detail,
      };
    case 'tls': {
      const issuer = failure.issuer === undefined ? '' : ` It was issued by ${failure.issuer}.`;
      return {
        code: 'tls',
        message: `The certificate or encryption of the token address is not trusted by this computer.${issuer}`,
        next: 'If your network inspects encrypted traffic, ask its administrator to install its root certificate in this system.',
        ...detail,
      };
    }
    case 'timeout':
      return {
        code: 'timeout',
        message: 'The token address did not answer in time. The code is not used a second time.',
        next: 'Sign in again.',
      };
    case 'broken':
      return {
        code: 'unreachable',
        message: 'The connection to the token address broke off. The code is not used a second time.',
        next: 'Sign in again.',
        ...detail,
      };
    case 'cancelled':
      return { code: 'cancelled', message: 'The sign-in was cancelled.', next: 'Try again when you like.' };
    case 'too large':
      return {
        code: 'answer-too-large',
        message: 'The answer of the token address is too large, so it was not read.',
        next: 'Check the Token URL of the connection.',
      };
    default:
      return exhaustive(failure);
  }
}

const unreachable = {
  name: 'its name was not found',
  refused: 'nothing takes connections there',
  offline: 'this computer is offline',
  proxy: 'the proxy of this network did not let the call through',
  'proxy login': 'the proxy of this network wants a name and a password',
  other: 'the network does not lead there',
} as const;

function phraseStatus(status: number, text: string): AppError {
  const detail = text === '' ? {} : { detail: text };
  if (status === 429) {
    return {
      code: 'rate-limited',
      message: 'Camio takes no more sign-ins for now (status 429). The code is not used a second time.',
      next: 'Wait a minute, then sign in again.',
      ...detail,
    };
  }
  if (status >= 500) {
    return {
      code: 'server-error',
      message: `The token address failed (status ${status}). The code is not used a second time.`,
      next: 'Sign in again in a while.',
      ...detail,
    };
  }
  return {
    code: status === 404 || status === 405 ? 'not-offered' : 'rejected',
    message: `The token address refused the sign-in (status ${status}).`,
    next: 'Check the Token URL and the client ID of the connection.',
    ...detail,
  };
}

/** By OAuth’s error codes (RFC 6749 4.1.2.1 and 5.2) and GitHub’s own. */
function phraseErrorAnswer(error: string, description: string): AppError {
  const detail = { detail: description === '' ? error : `${error}: ${description}` };
  switch (error) {
    case 'invalid_grant':
    case 'bad_verification_code':
    case 'bad_refresh_token':
      return {
        code: 'unauthorized',
        message: 'Camio no longer accepts this sign-in: it was used already, took too long, or was withdrawn.',
        next: 'Sign in again.',
        ...detail,
      };
    case 'invalid_client':
    case 'unauthorized_client':
    case 'incorrect_client_credentials':
      return {
        code: 'rejected',
        message: 'Camio does not accept the client of this connection.',
        next: 'Check the client ID and the client secret.',
        ...detail,
      };
    case 'redirect_uri_mismatch':
      return {
        code: 'rejected',
        message: 'Camio did not accept the address that your browser was to come back to.',
        next: 'Ask your Camio contact to allow http://127.0.0.1 with any port and path for this client.',
        ...detail,
      };
    case 'invalid_scope':
      return {
        code: 'rejected',
        message: `Camio does not give this client the scope ${neededScope}.`,
        next: 'Ask your Camio contact whether the client may use that scope.',
        ...detail,
      };
    case 'server_error':
    case 'temporarily_unavailable':
      return {
        code: 'server-error',
        message: 'Camio could not sign you in at the moment.',
        next: 'Sign in again in a while.',
        ...detail,
      };
    default:
      return {
        code: 'rejected',
        message: 'Camio refused the sign-in. Its own words are below.',
        next: 'Check the client ID and the addresses of the connection.',
        ...detail,
      };
  }
}
