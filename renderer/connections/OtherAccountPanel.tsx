import { useMutation } from '@tanstack/react-query';
import { TriangleAlert } from 'lucide-react';
import { type FormEvent, useId, useState } from 'react';
import { phraseOtherAccount, sameEmail } from '../../core/connections/account.ts';
import { unwrap } from '../ipc/app-failure.ts';
import { ipc } from '../ipc/ipc.ts';
import { Button } from '../ui/Button.tsx';
import { Failed } from '../ui/Failed.tsx';
import { TextField } from '../ui/TextField.tsx';
import { useConnection } from '../window/current-connection.ts';
import { refreshConnections } from './queries.ts';
import { ReplaceTokenButton } from './ReplaceTokenButton.tsx';

/** Says that the open connection's token leads to another account than last time, and takes it where that is typed. */
export function OtherAccountPanel() {
  const { id, accountEmail, otherAccount } = useConnection();
  const [typed, setTyped] = useState('');
  const headingId = useId();
  const confirm = useMutation({
    mutationFn: () => unwrap(ipc.connections.confirmAccount({ connectionId: id, typedEmail: typed })),
    onSuccess: refreshConnections,
  });
  if (otherAccount === undefined) return null;
  const { message, next } = phraseOtherAccount({ was: accountEmail ?? 'no account', now: otherAccount });
  const matches = sameEmail(typed, otherAccount);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (matches && !confirm.isPending) confirm.mutate();
  };

  return (
    <section className="other-account" aria-labelledby={headingId}>
      <TriangleAlert aria-hidden="true" />
      <div className="other-account-text">
        <h2 id={headingId}>This is another account than last time</h2>
        <p>{message}</p>
        <p>{next}</p>
        <form onSubmit={submit}>
          <TextField label={`Type ${otherAccount} to confirm`} value={typed} onChange={setTyped} />
          <Button
            type="submit"
            isBusy={confirm.isPending}
            disabledReason={matches ? null : `Type ${otherAccount} first.`}
          >
            Confirm account
          </Button>
          <ReplaceTokenButton />
        </form>
        {confirm.error ? <Failed failure={confirm.error} isInline /> : null}
      </div>
    </section>
  );
}
