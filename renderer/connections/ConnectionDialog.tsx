import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import type { ConnectionView } from '../../core/connections/connection.ts';
import { unwrap } from '../ipc/app-failure.ts';
import { ipc } from '../ipc/ipc.ts';
import { TimeZoneField } from '../time/TimeZoneField.tsx';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { Failed } from '../ui/Failed.tsx';
import { TextField } from '../ui/TextField.tsx';
import { toast } from '../ui/toast.ts';
import { ColorField } from './ColorField.tsx';
import {
  type ConnectionForm,
  type ConnectionFormField,
  connectionFormIssues,
  enteredSignIn,
  formOfConnection,
  newConnectionForm,
  withBaseUrl,
} from './connection-form.ts';
import { DialectFields } from './DialectFields.tsx';
import { refreshConnections } from './queries.ts';
import { TokenField } from './TokenField.tsx';
import { TokenSourceFields } from './TokenSourceFields.tsx';

interface ConnectionDialogProps {
  /** The connection to edit; null adds one. */
  readonly edited: ConnectionView | null;
  readonly connections: readonly ConnectionView[];
  readonly onClose: () => void;
}

const fieldsInOrder: readonly ConnectionFormField[] = [
  'name',
  'baseUrl',
  'token',
  'clientId',
  'clientSecret',
  'authorizeUrl',
  'tokenUrl',
];

/** The form that adds or edits a connection. What was typed stays until it is saved or given up. */
export function ConnectionDialog({ edited, connections, onClose }: ConnectionDialogProps) {
  const others = connections.filter((other) => other.id !== edited?.id);
  const [begun] = useState(() => (edited ? formOfConnection(edited) : newConnectionForm(others)));
  const [form, setForm] = useState(begun);
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const element = useRef<HTMLFormElement>(null);
  const issues = connectionFormIssues(
    form,
    others.map((other) => other.name),
  );

  const save = useMutation({
    mutationFn: () => {
      const { name, baseUrl, dialect, color, timeZone, token } = form;
      const fields = { name, baseUrl, dialect, color, timeZone, ...enteredSignIn(form, edited) };
      return unwrap(
        edited
          ? ipc.connections.update({ connectionId: edited.id, ...fields })
          : ipc.connections.add({ ...fields, token: form.tokenSource === 'paste' ? token : '' }),
      );
    },
    onSuccess: async ({ name }) => {
      await refreshConnections();
      toast.news(edited ? `“${name}” was saved.` : `“${name}” was added.`);
      onClose();
    },
  });

  const submit = (event: FormEvent) => {
    event.preventDefault();
    // At once, so that a field that is wrong is there to be focused.
    flushSync(() => setLeft(new Set(fieldsInOrder)));
    const wrong = fieldsInOrder.find((field) => issues[field]);
    if (wrong) element.current?.querySelector<HTMLInputElement>(`[name="${wrong}"]`)?.focus();
    else if (!save.isPending) save.mutate();
  };

  // A field is judged once it was left, and from then on at every key. One that nobody changed is not: a sentence that came
  // in under it would move what the person is about to click.
  const judged = (field: ConnectionFormField) => ({
    name: field,
    error: left.has(field) ? issues[field] : null,
    onBlur: () => {
      if (textOf(form, field) !== textOf(begun, field)) setLeft((before) => new Set(before).add(field));
    },
  });

  return (
    <Dialog title={edited ? 'Edit connection' : 'Add connection'} width="wide" onClose={onClose}>
      <form ref={element} className="dialog-form" aria-label="Connection" noValidate onSubmit={submit}>
        <div className="name-and-color">
          <TextField
            label="Name"
            value={form.name}
            onChange={(name) => setForm({ ...form, name })}
            placeholder="The building or site"
            autoFocus
            {...judged('name')}
          />
          <ColorField color={form.color} onChange={(color) => setForm({ ...form, color })} />
        </div>
        {edited?.kind === 'practice' ? null : (
          <>
            <TextField
              label="API base URL"
              value={form.baseUrl}
              onChange={(baseUrl) => setForm(withBaseUrl(form, baseUrl))}
              isMono
              {...judged('baseUrl')}
            />
            <DialectFields form={form} onChange={setForm} />
          </>
        )}
        <TimeZoneField
          timeZone={form.timeZone}
          onChange={(timeZone) => setForm((before) => ({ ...before, timeZone }))}
          help="Where the doors are. Test events are composed in it."
        />
        {edited?.kind === 'practice' ? null : (
          <TokenSourceFields form={form} onChange={setForm} judged={judged}>
            {edited ? (
              <p className="help">Paste a new token with Replace token on the connection.</p>
            ) : (
              <TokenField value={form.token} onChange={(token) => setForm({ ...form, token })} {...judged('token')} />
            )}
          </TokenSourceFields>
        )}
        {save.error ? <Failed failure={save.error} isInline /> : null}
        <div className="dialog-actions">
          <Button onPress={onClose}>Cancel</Button>
          <Button type="submit" variant="primary" isBusy={save.isPending}>
            Save
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

const textOf = (form: ConnectionForm, field: ConnectionFormField): string => ({ ...form.signIn, ...form })[field];
