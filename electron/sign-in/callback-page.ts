import { createHash } from 'node:crypto';

const style =
  'body{font:16px/1.5 system-ui,sans-serif;max-width:30rem;margin:20vh auto;padding:0 1rem;color-scheme:light dark}';

/** What the browser shows once it is back: always the same page, with nothing of the request in it. */
export const callbackPage = `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Reader Desk</title><style>${style}</style></head>
<body><main><h1>Back to Reader Desk</h1><p>Reader Desk goes on from here. You can close this page.</p></main></body></html>
`;

const styleHash = createHash('sha256').update(style).digest('base64');

export const callbackHeaders = {
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy': `default-src 'none'; style-src 'sha256-${styleHash}'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'`,
  'cache-control': 'no-store',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  connection: 'close',
} as const;
