import { LogIn } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import type { ConnectionView } from '../../core/connections/connection.ts';
import { Button } from '../ui/Button.tsx';
import { signInLabel } from './phrase-connection.ts';
import { ReplaceTokenDialog } from './ReplaceTokenDialog.tsx';

const SignInDialog = lazy(async () => ({ default: (await import('./SignInDialog.tsx')).SignInDialog }));

interface SignInButtonProps {
  readonly connection: ConnectionView;
  readonly variant?: 'plain' | 'primary' | 'quiet';
  readonly 'aria-describedby'?: string;
}

/** Signs in, for the first time or again, where the connection is set up for it; the page stays as it is. */
export function SignInButton({ connection, variant = 'plain', ...described }: SignInButtonProps) {
  const [dialog, setDialog] = useState<'sign in' | 'paste' | null>(null);
  if (!connection.signIn) return null;
  const close = () => setDialog(null);
  return (
    <>
      <Button variant={variant} icon={<LogIn aria-hidden="true" />} onPress={() => setDialog('sign in')} {...described}>
        {signInLabel(connection.token)}
      </Button>
      {dialog === 'sign in' ? (
        <Suspense fallback={null}>
          <SignInDialog connection={connection} onClose={close} onPaste={() => setDialog('paste')} />
        </Suspense>
      ) : null}
      {dialog === 'paste' ? <ReplaceTokenDialog connection={connection} onClose={close} /> : null}
    </>
  );
}
