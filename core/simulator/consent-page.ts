import { html } from '../html/html.ts';
import type { SimulatorAnswer } from './simulator.ts';

/** What a browser may do with these pages: show them, and send the form to where they came from and on to this computer. */
const policy =
  "default-src 'none'; style-src 'unsafe-inline'; form-action 'self' http://127.0.0.1:*; frame-ancestors 'none'; base-uri 'none'";

const style =
  'body{font:16px/1.5 system-ui,sans-serif;max-width:30rem;margin:15vh auto;padding:0 1rem;color-scheme:light dark}' +
  'button{font:inherit;padding:.5rem 1.25rem;margin-right:.5rem}';

/** The page on which a person allows or denies; `id` names the request it belongs to. */
export function consentPage(request: {
  readonly id: string;
  readonly consentPath: string;
  readonly email: string;
  readonly scope: string;
}): SimulatorAnswer {
  return page(
    200,
    html`<h1>Practice sign-in</h1>
<p>Reader Desk asks to use the practice account ${request.email}.</p>
<p>Scope: <code>${request.scope}</code></p>
<form method="post" action="${request.consentPath}">
<input type="hidden" name="request" value="${request.id}">
<button name="decision" value="allow">Allow</button>
<button name="decision" value="deny">Deny</button>
</form>`,
  );
}

/** A page with one sentence and no way on. */
export function notePage(status: number, sentence: string): SimulatorAnswer {
  return page(status, html`<h1>Practice sign-in</h1><p>${sentence}</p>`);
}

function page(status: number, body: ReturnType<typeof html>): SimulatorAnswer {
  const markup = html`<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Practice sign-in</title><style>${style}</style></head>
<body><main>${body}</main></body></html>
`.markup;
  const headers = {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': policy,
    'cache-control': 'no-store',
    'referrer-policy': 'same-origin',
  };
  return { status, headers, body: markup };
}
