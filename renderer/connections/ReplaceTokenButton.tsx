import { KeyRound } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../ui/Button.tsx';
import { useConnection } from '../window/current-connection.ts';
import { ReplaceTokenDialog } from './ReplaceTokenDialog.tsx';

/** Takes a new token for the open connection where it is found to be missing; the page stays as it is. */
export function ReplaceTokenButton() {
  const connection = useConnection();
  const [isOpen, setOpen] = useState(false);
  const isFixed = connection.kind === 'practice';
  return (
    <>
      <Button
        icon={<KeyRound aria-hidden="true" />}
        onPress={() => setOpen(true)}
        disabledReason={isFixed ? 'The practice account has a token of its own.' : null}
      >
        Replace token
      </Button>
      {isOpen ? <ReplaceTokenDialog connection={connection} onClose={() => setOpen(false)} /> : null}
    </>
  );
}
