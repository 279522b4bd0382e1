import { useMutation } from '@tanstack/react-query';
import { useContext, useId, useState } from 'react';
import type { ConnectionView } from '../../core/connections/connection.ts';
import { counted } from '../../core/text/amounts.ts';
import { unwrap } from '../ipc/app-failure.ts';
import { ipc } from '../ipc/ipc.ts';
import { Button } from '../ui/Button.tsx';
import { Failed } from '../ui/Failed.tsx';
import { Tag } from '../ui/Tag.tsx';
import { CurrentConnectionContext } from '../window/current-connection.ts';
import { useOpenConnection } from '../window/navigation.ts';
import { CheckReport } from './CheckReport.tsx';
import { DeleteConnectionDialog } from './DeleteConnectionDialog.tsx';
import { ForgetTokenDialog } from './ForgetTokenDialog.tsx';
import { LaterConnectionDialog } from './LaterConnectionDialog.tsx';
import { PracticePanel } from './PracticePanel.tsx';
import { accountText, dialectName, hostOf } from './phrase-connection.ts';
import { makeReady, refreshConnections } from './queries.ts';
import { ReplaceTokenDialog } from './ReplaceTokenDialog.tsx';
import { SignInButton } from './SignInButton.tsx';
import { TokenLine } from './TokenLine.tsx';

type CardDialog = 'edit' | 'replace token' | 'forget token' | 'delete';

interface ConnectionCardProps {
  readonly connection: ConnectionView;
  readonly connections: readonly ConnectionView[];
}

/** One connection: what it leads to, the state of its token, and what can be done with it. */
export function ConnectionCard({ connection, connections }: ConnectionCardProps) {
  const { id, name, baseUrl, dialect, token, color } = connection;
  const isOpen = useContext(CurrentConnectionContext)?.id === id;
  const [dialog, setDialog] = useState<CardDialog | null>(null);
  const openConnection = useOpenConnection();
  const headingId = useId();

  const open = useMutation({ mutationFn: () => makeReady(connection), onSuccess: openConnection });
  const check = useMutation({
    mutationFn: async () => unwrap(ipc.connections.check({ connectionId: await makeReady(connection) })),
    onSuccess: refreshConnections,
  });

  const isPractice = connection.kind === 'practice';
  const tokenReason = isPractice ? 'The practice account has a token of its own.' : null;
  const forgetReason = tokenReason ?? (token.kind === 'not set' ? 'There is no token to forget.' : null);
  const close = () => setDialog(null);

  return (
    <article className="card connection" aria-labelledby={headingId} aria-current={isOpen ? 'true' : undefined}>
      <div className="connection-head">
        <span className="color-dot" data-color={color} />
        <h2 id={headingId} className="ellipsis" title={name}>
          {name}
        </h2>
        <DraftTag changes={connection.draftChanges} />
        <div className="connection-main-actions">
          <Button aria-describedby={headingId} onPress={() => check.mutate()} isBusy={check.isPending}>
            Check connection
          </Button>
          <Button
            variant={isOpen ? 'plain' : 'primary'}
            aria-describedby={headingId}
            onPress={() => open.mutate()}
            isBusy={open.isPending}
          >
            Open
          </Button>
        </div>
      </div>
      <p className="connection-facts">
        <span className="ellipsis">{accountText(connection)}</span>
        <span className="ellipsis" title={baseUrl}>
          {hostOf(baseUrl)}
        </span>
        <span>{dialectName(dialect.preset)}</span>
      </p>
      <TokenLine token={token} canSignIn={connection.signIn !== undefined} />
      {open.error ? <Failed failure={open.error} isInline onRetry={() => open.mutate()} /> : null}
      {check.error ? <Failed failure={check.error} isInline onRetry={() => check.mutate()} /> : null}
      {check.data ? <CheckReport check={check.data} /> : null}
      <div className="connection-actions">
        <SignInButton
          connection={connection}
          variant={token.kind === 'not set' ? 'plain' : 'quiet'}
          aria-describedby={headingId}
        />
        <Button
          variant="quiet"
          aria-describedby={headingId}
          disabledReason={tokenReason}
          onPress={() => setDialog('replace token')}
        >
          Replace token
        </Button>
        <Button
          variant="quiet"
          aria-describedby={headingId}
          disabledReason={forgetReason}
          onPress={() => setDialog('forget token')}
        >
          Forget token
        </Button>
        <Button variant="quiet" aria-describedby={headingId} onPress={() => setDialog('edit')}>
          Edit
        </Button>
        <Button variant="quiet" aria-describedby={headingId} onPress={() => setDialog('delete')}>
          Delete connection
        </Button>
      </div>
      {isPractice ? <PracticePanel /> : null}
      {dialog === 'edit' ? (
        <LaterConnectionDialog edited={connection} connections={connections} onClose={close} />
      ) : null}
      {dialog === 'replace token' ? <ReplaceTokenDialog connection={connection} onClose={close} /> : null}
      {dialog === 'forget token' ? <ForgetTokenDialog connection={connection} onClose={close} /> : null}
      {dialog === 'delete' ? <DeleteConnectionDialog connection={connection} onClose={close} /> : null}
    </article>
  );
}

function DraftTag({ changes }: { readonly changes: number | null }) {
  if (!changes) return null;
  return <Tag tone="renamed">{counted(changes, 'change not pushed', 'changes not pushed')}</Tag>;
}
