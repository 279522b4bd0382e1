import { CircleCheck, LoaderCircle, TriangleAlert } from 'lucide-react';
import { useEffect, useRef } from 'react';
import type { ConnectionView } from '../../core/connections/connection.ts';
import { phraseSignIn } from '../../core/sign-in/phrase-sign-in.ts';
import { isSigningIn, type SignInState } from '../../core/sign-in/sign-in-state.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { Failed } from '../ui/Failed.tsx';
import { clockTime } from '../ui/local-time.ts';
import { useSignIn } from './use-sign-in.ts';

interface SignInDialogProps {
  readonly connection: ConnectionView;
  readonly onClose: () => void;
  /** Closes this one and asks for a token. */
  readonly onPaste: () => void;
}

/** Follows a sign-in from the browser to the stored token. To close it is to cancel. */
export function SignInDialog({ connection, onClose, onPaste }: SignInDialogProps) {
  const { state, failure, isLinkCopied, start, openAgain, copyLink } = useSignIn(connection);
  const lastButton = useRef<HTMLButtonElement>(null);
  const isOver = failure !== null ? state === null || !isSigningIn(state) : state !== null && !isSigningIn(state);
  const isWaiting = state?.kind === 'waiting for the browser';
  const isSignedIn = state?.kind === 'signed in';
  const notNow = isWaiting ? null : 'Your browser is not waited for now.';
  const noPaste = connection.kind === 'practice' ? 'The practice account has a token of its own.' : null;

  // The other buttons go away with success, and the keyboard goes on from the one that is left.
  useEffect(() => {
    if (isSignedIn) lastButton.current?.focus();
  }, [isSignedIn]);

  return (
    <Dialog title="Sign in with Camio" width="wide" onClose={onClose}>
      <div className="sign-in">
        <p className="dim ellipsis" title={connection.name}>
          {connection.name}
        </p>
        <div role="status" className="sign-in-status">
          <SignInNews state={state} hasFailed={failure !== null && state === null} />
          {isLinkCopied && isWaiting ? (
            <p className="dim">The link is on the clipboard. Open it in a browser on this computer.</p>
          ) : null}
        </div>
        {failure ? <Failed failure={failure} isInline /> : null}
        <div className="dialog-actions">
          {isSignedIn ? null : (
            <>
              <Button onPress={onPaste} disabledReason={noPaste}>
                Paste a token instead
              </Button>
              <Button onPress={copyLink} disabledReason={notNow}>
                Copy the link
              </Button>
              {isOver ? (
                <Button variant="primary" onPress={start}>
                  Try again
                </Button>
              ) : (
                <Button onPress={openAgain} disabledReason={notNow}>
                  Open again
                </Button>
              )}
            </>
          )}
          <Button ref={lastButton} variant={isSignedIn ? 'primary' : 'plain'} onPress={onClose}>
            {isOver ? 'Close' : 'Cancel'}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}

function SignInNews({ state, hasFailed }: { readonly state: SignInState | null; readonly hasFailed: boolean }) {
  if (hasFailed) return null;
  if (state === null) return <p className="dim">Preparing the sign-in…</p>;
  const { message, next, detail } = phraseSignIn(state);
  return (
    <div className={`sign-in-news ${toneOf(state)}`}>
      <SignInIcon state={state} />
      <div>
        <p className="sign-in-message">{message}</p>
        <p>{next}</p>
        {state.kind === 'waiting for the browser' ? (
          <p className="dim">Reader Desk waits until {clockTime(state.until)}.</p>
        ) : null}
        {detail ? <pre className="failed-detail">{detail}</pre> : null}
      </div>
    </div>
  );
}

function SignInIcon({ state }: { readonly state: SignInState }) {
  if (isSigningIn(state)) return <LoaderCircle aria-hidden="true" className="turning" />;
  return state.kind === 'signed in' ? <CircleCheck aria-hidden="true" /> : <TriangleAlert aria-hidden="true" />;
}

function toneOf(state: SignInState): 'calm' | 'good' | 'bad' {
  if (isSigningIn(state) || state.kind === 'cancelled') return 'calm';
  return state.kind === 'signed in' ? 'good' : 'bad';
}
