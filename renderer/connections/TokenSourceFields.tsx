import { type ReactNode, useId } from 'react';
import type { AppError } from '../../core/app-error.ts';
import { Disclosure } from '../ui/Disclosure.tsx';
import { TextField } from '../ui/TextField.tsx';
import type { ConnectionForm, ConnectionFormField, TokenSource, TypedSignIn } from './connection-form.ts';

interface TokenSourceFieldsProps {
  readonly form: ConnectionForm;
  readonly onChange: (form: ConnectionForm) => void;
  readonly judged: (field: ConnectionFormField) => {
    readonly name: string;
    readonly error: AppError | null;
    readonly onBlur: () => void;
  };
  /** What stands under *Paste a token*. */
  readonly children: ReactNode;
}

const sources: readonly (readonly [TokenSource, string])[] = [
  ['paste', 'Paste a token'],
  ['sign in', 'Sign in with Camio'],
];

/** How the connection gets its token, and what is needed for that. */
export function TokenSourceFields({ form, onChange, judged, children }: TokenSourceFieldsProps) {
  const group = useId();
  const { signIn, tokenSource } = form;
  const change = (changed: Partial<TypedSignIn>) => onChange({ ...form, signIn: { ...signIn, ...changed } });
  const authorizeUrl = judged('authorizeUrl');
  const tokenUrl = judged('tokenUrl');
  return (
    <>
      <div className="field" role="radiogroup" aria-labelledby={group}>
        <span id={group} className="field-label">
          How to get the token
        </span>
        <div className="token-sources">
          {sources.map(([source, label]) => (
            <label key={source} className="token-source">
              <input
                type="radio"
                name={group}
                checked={source === tokenSource}
                onChange={() => onChange({ ...form, tokenSource: source })}
              />
              {label}
            </label>
          ))}
        </div>
      </div>
      {tokenSource === 'paste' ? (
        children
      ) : (
        <>
          <div className="client-fields">
            <TextField
              label="Client ID"
              value={signIn.clientId}
              onChange={(clientId) => change({ clientId })}
              isMono
              help="Camio gives it to whoever registers Reader Desk. The guide says how."
              {...judged('clientId')}
            />
            <TextField
              label="Client secret (optional)"
              type="password"
              value={signIn.clientSecret}
              onChange={(clientSecret) => change({ clientSecret })}
              isMono
              help="Only if Camio gave you one. A stored one is kept while this is empty."
              {...judged('clientSecret')}
            />
          </div>
          <Disclosure title="Addresses" mustShow={authorizeUrl.error !== null || tokenUrl.error !== null}>
            <div className="sign-in-addresses">
              <TextField
                label="Authorize URL"
                value={signIn.authorizeUrl}
                onChange={(address) => change({ authorizeUrl: address })}
                isMono
                {...authorizeUrl}
              />
              <TextField
                label="Token URL"
                value={signIn.tokenUrl}
                onChange={(address) => change({ tokenUrl: address })}
                isMono
                help="Camio’s guide does not name these addresses, so they are not verified. Ask your Camio contact."
                {...tokenUrl}
              />
            </div>
          </Disclosure>
        </>
      )}
    </>
  );
}
