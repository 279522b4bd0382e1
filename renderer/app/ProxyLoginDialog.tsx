import { type FormEvent, useEffect, useState } from 'react';
import type { ProxyQuestion } from '../../core/camio/proxy-login.ts';
import { ipc } from '../ipc/ipc.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { TextField } from '../ui/TextField.tsx';

/** Asks for the name and password of this network's proxy whenever main needs them. */
export function ProxyLoginDialog() {
  const [question, setQuestion] = useState<ProxyQuestion | null>(null);
  useEffect(() => ipc.on.proxyQuestion(({ question: asked }) => setQuestion(asked)), []);
  return question ? <ProxyForm key={question.request} question={question} /> : null;
}

function ProxyForm({ question: { request, proxy, realm, wasRefused } }: { readonly question: ProxyQuestion }) {
  const [username, setUsername] = useState('');
  const [password, setPassword] = useState('');
  const cancel = () => void ipc.app.answerProxy({ request, login: null });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (username !== '') void ipc.app.answerProxy({ request, login: { username, password } });
  };
  return (
    <Dialog title="Sign in to the proxy of this network" onClose={cancel}>
      <form className="dialog-form" aria-label="Sign in to the proxy" noValidate onSubmit={submit}>
        <p>
          {wasRefused ? 'The proxy refused this name and password. ' : ''}
          Calls to Camio go through <b>{proxy}</b>
          {realm === '' ? '' : ` (“${realm}”)`}, which asks for a name and password. They are not those of Camio.
        </p>
        <TextField label="User name" value={username} onChange={setUsername} autoFocus isRequired />
        <TextField
          label="Password"
          type="password"
          value={password}
          onChange={setPassword}
          help="Reader Desk keeps them until it is closed."
        />
        <div className="dialog-actions">
          <Button onPress={cancel}>Cancel</Button>
          <Button
            type="submit"
            variant="primary"
            disabledReason={username === '' ? 'Enter the user name first.' : null}
          >
            Sign in
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
