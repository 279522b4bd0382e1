import { KeyRound, TriangleAlert } from 'lucide-react';
import type { TokenStatus } from '../../core/connections/connection.ts';
import { tokenPlace } from './phrase-connection.ts';

/** Where the token is, its last four characters, and why it is not where it should be. */
export function TokenLine({ token }: { readonly token: TokenStatus }) {
  const isMissing = token.kind === 'not set' || token.kind === 'unreadable';
  const lastFour = 'lastFour' in token ? token.lastFour : '';
  const more = token.kind === 'not set' ? 'Press Replace token and paste the one from Camio.' : reasonOf(token);
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
