import type { AppError } from '../app-error.ts';
import { fail, ok, type Result } from '../result.ts';
import { parseAddress } from './base-url.ts';

/** How a connection signs in: the client that Camio registered, and where to ask. Its secret is kept with the tokens. */
export interface SignInClient {
  readonly clientId: string;
  readonly authorizeUrl: string;
  readonly tokenUrl: string;
}

/** Named by a third party's digest of Camio's API only, so a person can change them. */
export const defaultAuthorizeUrl = 'https://camio.com/api/login/oauth/authorize';
export const defaultTokenUrl = 'https://camio.com/api/login/oauth/access_token';

const longestClientText = 512;
const printable = /^[\x21-\x7e]+$/;

export type SignInIssues = Readonly<Record<'clientId' | 'clientSecret' | 'authorizeUrl' | 'tokenUrl', AppError | null>>;

/** What is wrong with each field as typed; the window and main judge by the same rules. */
export function signInIssues(typed: SignInClient & { readonly clientSecret: string }): SignInIssues {
  return {
    clientId: errorOf(parseClientText(typed.clientId, 'Client ID')),
    clientSecret:
      typed.clientSecret.trim() === '' ? null : errorOf(parseClientText(typed.clientSecret, 'Client secret')),
    authorizeUrl: errorOf(parseSignInAddress(typed.authorizeUrl, 'Authorize URL')),
    tokenUrl: errorOf(parseSignInAddress(typed.tokenUrl, 'Token URL')),
  };
}

/** The client as it is kept, or the first reason why it cannot be. */
export function checkSignInClient(typed: SignInClient): Result<SignInClient, AppError> {
  const clientId = parseClientText(typed.clientId, 'Client ID');
  if (!clientId.ok) return clientId;
  const authorizeUrl = parseSignInAddress(typed.authorizeUrl, 'Authorize URL');
  if (!authorizeUrl.ok) return authorizeUrl;
  const tokenUrl = parseSignInAddress(typed.tokenUrl, 'Token URL');
  if (!tokenUrl.ok) return tokenUrl;
  return ok({ clientId: clientId.value, authorizeUrl: authorizeUrl.value, tokenUrl: tokenUrl.value });
}

/** A client secret as it is kept; '' where none was typed. */
export function parseClientSecret(typed: string): Result<string, AppError> {
  return typed.trim() === '' ? ok('') : parseClientText(typed, 'Client secret');
}

/** Whether two connections sign in the same way. */
export function sameSignIn(one: SignInClient | undefined, other: SignInClient | undefined): boolean {
  if (!one || !other) return one === other;
  return one.clientId === other.clientId && one.authorizeUrl === other.authorizeUrl && one.tokenUrl === other.tokenUrl;
}

/** Whether an address is Camio's own, which a person need not be asked about. */
export function isCamioAddress(address: string): boolean {
  const { protocol, hostname, port } = new URL(address);
  return protocol === 'https:' && port === '' && (hostname === 'camio.com' || hostname.endsWith('.camio.com'));
}

function parseSignInAddress(typed: string, name: string): Result<string, AppError> {
  const url = parseAddress(typed, name, 'Ask your Camio contact for it.');
  return url.ok ? ok(url.value.href) : url;
}

/** Client ids and secrets are printable ASCII (RFC 6749, appendix A). The refusal never repeats what was typed. */
function parseClientText(typed: string, name: string): Result<string, AppError> {
  const text = typed.trim();
  if (text === '') return refuse(`The ${name} is empty.`, 'Camio gives one to each registered application.');
  if (/\s/.test(text)) return refuse(`The ${name} has a space in the middle.`, 'Copy it without the words around it.');
  if (!printable.test(text) || text.length > longestClientText) {
    return refuse(
      `This cannot be a ${name.toLowerCase().replace(' id', ' ID')}.`,
      'Copy it again from where Camio shows it.',
    );
  }
  return ok(text);
}

function errorOf(result: Result<string, AppError>): AppError | null {
  return result.ok ? null : result.error;
}

function refuse(message: string, next: string): Result<never, AppError> {
  return fail({ code: 'invalid-input', message, next });
}
