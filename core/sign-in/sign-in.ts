import type { AppError } from '../app-error.ts';
import { judgeAccount } from '../connections/account.ts';
import type { Result } from '../result.ts';
import type { CallbackAnswer } from './callback.ts';
import { type Grant, hasNeededScope } from './grant.ts';
import { phraseSignInFailure } from './phrase-sign-in.ts';
import type { SignInFailure } from './sign-in-failure.ts';
import type { SignInEnd, SignInState } from './sign-in-state.ts';

/** How long the browser is waited for. */
export const signInLimitMs = 10 * 60_000;

/** What came of waiting for the browser. */
export type Awaited = Result<CallbackAnswer, SignInFailure> | 'cancelled' | 'timed out';

/** What a sign-in does to the world. None of these rejects. */
export interface SignInEffects {
  /** Opens the consent page; answers whether a browser took it. */
  openBrowser(): Promise<boolean>;
  awaitBrowser(cancel: AbortSignal): Promise<Awaited>;
  /** Trades the code for tokens. Called once at most. */
  exchange(
    callback: Extract<CallbackAnswer, { kind: 'code' }>,
    cancel: AbortSignal,
  ): Promise<Result<Grant, SignInFailure>>;
  /** Whose token it is; null where Camio did not say. */
  whoAmI(accessToken: string, cancel: AbortSignal): Promise<string | null>;
  /** The account the connection is known to belong to. */
  knownAccount(): string | null;
  /** Keeps the tokens in place of the one before. Refuses where the connection has changed meanwhile. */
  store(grant: Grant, email: string | null): Promise<Result<void, SignInFailure>>;
  /** Gives tokens back that will not be used. */
  discard(grant: Grant): Promise<void>;
  tell(state: SignInState): void;
}

/** One sign-in from the browser to the stored token. Until it is stored, the token before stays as it is. */
export async function signIn(effects: SignInEffects, until: string, cancel: AbortSignal): Promise<SignInEnd> {
  const end = await run(effects, until, cancel);
  effects.tell(end);
  return end;
}

async function run(effects: SignInEffects, until: string, cancel: AbortSignal): Promise<SignInEnd> {
  // A browser can be back before the system has said that it opened.
  const answering = effects.awaitBrowser(cancel);
  effects.tell({ kind: 'waiting for the browser', isOpened: true, until });
  const isOpened = await Promise.race([effects.openBrowser(), answering.then(() => true)]);
  if (!isOpened) effects.tell({ kind: 'waiting for the browser', isOpened, until });
  const answer = await answering;
  if (answer === 'cancelled' || answer === 'timed out') return { kind: answer };
  if (!answer.ok) return ended(answer.error);
  if (answer.value.kind === 'denied') return { kind: 'denied' };

  effects.tell({ kind: 'exchanging' });
  const granted = await effects.exchange(answer.value, cancel);
  if (cancel.aborted) return given(effects, granted, { kind: 'cancelled' });
  if (!granted.ok) return ended(granted.error);
  const grant = granted.value;
  if (!hasNeededScope(grant.scope)) {
    return given(effects, granted, ended({ code: 'less scope', scope: grant.scope ?? '' }));
  }

  effects.tell({ kind: 'checking the account' });
  const email = await effects.whoAmI(grant.accessToken, cancel);
  if (cancel.aborted) return given(effects, granted, { kind: 'cancelled' });
  const standing = judgeAccount(effects.knownAccount(), email);
  if (standing.kind === 'other account') {
    return given(effects, granted, ended({ code: 'other account', was: standing.was, now: standing.now }));
  }
  const stored = await effects.store(grant, email);
  return stored.ok ? { kind: 'signed in', email } : given(effects, granted, ended(stored.error));
}

/** Ends without the tokens that were granted, and gives them back. */
async function given(effects: SignInEffects, granted: Result<Grant, unknown>, end: SignInEnd): Promise<SignInEnd> {
  if (granted.ok) await effects.discard(granted.value);
  return end;
}

/** How a failure ends a sign-in: refused where an answer came, unreachable where none did. */
function ended(failure: SignInFailure): SignInEnd {
  const error: AppError = phraseSignInFailure(failure);
  return { kind: failure.code === 'transport' ? 'unreachable' : 'refused', error };
}
