import type { AppError } from '../../core/app-error.ts';
import {
  type Dialect,
  type DialectPreset,
  defaultBaseUrl,
  defaultDialectFor,
  firstGeneration,
  laterGeneration,
} from '../../core/camio/dialect.ts';
import { parseBaseUrl } from '../../core/connections/base-url.ts';
import { type Connection, type ConnectionColor, connectionColors } from '../../core/connections/connection.ts';
import { checkConnectionName } from '../../core/connections/connection-name.ts';
import {
  defaultAuthorizeUrl,
  defaultTokenUrl,
  type SignInClient,
  type SignInIssues,
  signInIssues,
} from '../../core/connections/sign-in-client.ts';
import { cleanToken } from '../../core/connections/token.ts';
import { exhaustive } from '../../core/result.ts';
import { ownTimeZone, siteTimeZone } from '../../core/time/time-zone.ts';

/** What stands in the connection form, exactly as typed. */
export interface ConnectionForm {
  readonly name: string;
  readonly baseUrl: string;
  readonly dialect: Dialect;
  /** Until the person chooses a dialect, it follows the base URL's host. */
  readonly isDialectChosen: boolean;
  readonly color: ConnectionColor;
  /** The site's, IANA. */
  readonly timeZone: string;
  readonly token: string;
  readonly tokenSource: TokenSource;
  readonly signIn: TypedSignIn;
}

export type TokenSource = 'paste' | 'sign in';

/** The fields under *Sign in with Camio*. The secret never comes back from main. */
export type TypedSignIn = SignInClient & { readonly clientSecret: string };

export type ConnectionFormIssues = Readonly<Record<'name' | 'baseUrl' | 'token', AppError | null>> & SignInIssues;
export type ConnectionFormField = keyof ConnectionFormIssues;

/** An empty form, in a colour no other connection has while there is one left. */
export function newConnectionForm(others: readonly Connection[]): ConnectionForm {
  const color = connectionColors.find((free) => others.every((other) => other.color !== free)) ?? 'green';
  return {
    name: '',
    baseUrl: defaultBaseUrl,
    dialect: defaultDialectFor(defaultBaseUrl),
    isDialectChosen: false,
    color,
    timeZone: ownTimeZone(),
    token: '',
    tokenSource: 'paste',
    signIn: emptySignIn,
  };
}

/** The form of a connection that exists. Its token never comes back from main, so that field is empty. */
export function formOfConnection(connection: Connection): ConnectionForm {
  const { name, baseUrl, dialect, color, signIn } = connection;
  return {
    name,
    baseUrl,
    dialect,
    isDialectChosen: true,
    color,
    timeZone: siteTimeZone(connection),
    token: '',
    tokenSource: signIn ? 'sign in' : 'paste',
    signIn: { ...emptySignIn, ...signIn },
  };
}

const emptySignIn: TypedSignIn = {
  clientId: '',
  clientSecret: '',
  authorizeUrl: defaultAuthorizeUrl,
  tokenUrl: defaultTokenUrl,
};

/** What main is told of signing in: nothing where it was and stays a matter of pasting; null ends it. */
export function enteredSignIn(
  form: ConnectionForm,
  edited: Connection | null,
): { readonly signIn?: TypedSignIn | null } {
  if (form.tokenSource === 'sign in') return { signIn: form.signIn };
  return edited?.signIn ? { signIn: null } : {};
}

export function withBaseUrl(form: ConnectionForm, baseUrl: string): ConnectionForm {
  return { ...form, baseUrl, dialect: form.isDialectChosen ? form.dialect : defaultDialectFor(baseUrl.trim()) };
}

/** A custom dialect begins with the details of the one chosen before. */
export function withPreset(form: ConnectionForm, preset: DialectPreset): ConnectionForm {
  return { ...form, dialect: dialectOf(preset, form.dialect), isDialectChosen: true };
}

function dialectOf(preset: DialectPreset, before: Dialect): Dialect {
  switch (preset) {
    case 'first generation':
      return firstGeneration;
    case 'later generation':
      return laterGeneration;
    case 'custom':
      return { ...before, preset };
    default:
      return exhaustive(preset);
  }
}

/** What keeps the form from being saved, by field: the rules main goes by. An empty token is left for later. */
export function connectionFormIssues(form: ConnectionForm, otherNames: readonly string[]): ConnectionFormIssues {
  const name = checkConnectionName(form.name, otherNames);
  const baseUrl = parseBaseUrl(form.baseUrl);
  const isPasted = form.tokenSource === 'paste';
  const token = !isPasted || form.token.trim() === '' ? null : cleanToken(form.token);
  return {
    ...(isPasted ? noSignInIssues : signInIssues(form.signIn)),
    name: name.ok ? null : name.error,
    baseUrl: baseUrl.ok ? null : baseUrl.error,
    token: !token || token.ok ? null : token.error,
  };
}

const noSignInIssues: SignInIssues = { clientId: null, clientSecret: null, authorizeUrl: null, tokenUrl: null };
