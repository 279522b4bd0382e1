import { KeyRound, TriangleAlert } from 'lucide-react';
import type { TokenStatus } from '../../core/connections/connection.ts';
import { tokenPlace } from './phrase-connection.ts';

/** Where the token is, its last four characters, and why it is not where it should be. */
export function TokenLine({ token, canSignIn }: { readonly token: TokenStatus; readonly canSignIn: boolean }) {
  const isMissing = token.kind === 'not set' || token.kind === 'unreadable';
  const lastFour = 'lastFour' in token ? token.lastFour : '';
  const howToGetOne = canSignIn
    ? 'Press Sign in with Camio, or Replace token to paste one.'
    : 'Press Replace token and paste the one from Camio.';
  const more = token.kind === 'not set' ? howToGetOne : reasonOf(token);
  return (
    <p className={isMissing ? 'token-line missing' : 'token-line'}>
      {isMissing ? <TriangleAlert aria-hidden="true" /> : <KeyRound aria-hidden="true" />}
      <span>
        {tokenPlace(token)}
        {lastFour ? (
          <>
            , ends in <span className="mono">{lastFour}</span>
          </>
        ) : null}
        . {more}
      </span>
    </p>
  );
}

const reasonOf = (token: TokenStatus): string => ('reason' in token ? token.reason : '');
