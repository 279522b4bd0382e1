import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Act } from '../../core/audit/act.ts';
import type { HttpRequest } from '../../core/camio/http.ts';
import { originOf } from '../../core/connections/base-url.ts';
import type { Connection } from '../../core/connections/connection.ts';
import { ok } from '../../core/result.ts';
import { isSigningIn, type SignInState } from '../../core/sign-in/sign-in-state.ts';
import type { AuthorizationFault } from '../../core/simulator/authorization-faults.ts';
import { simulatorState } from '../../core/simulator/simulator.ts';
import { createSend } from '../camio/send.ts';
import { type SimulatorServer, startSimulatorServer } from '../practice/simulator-server.ts';
import { createSecrets } from '../secrets/secrets.ts';
import { createSecretFiles } from '../secrets/secrets-file.ts';
import { browser } from '../testing/browser.ts';
import { nodeNet } from '../testing/fake-net.ts';
import { harbor } from '../testing/recorded-acts.ts';
import { withoutElectron } from '../testing/without-electron.ts';

withoutElectron();
const { createCamioAccounts } = await import('../connections/camio-accounts.ts');
const { createFreshTokens } = await import('./fresh-tokens.ts');
const { createSignIns } = await import('./sign-ins.ts');

const pasted = 'pasted-token-0123456789';
const email = 'ops@harbor.example';

let folder: string;
let server: SimulatorServer;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'reader-desk-'));
});
afterEach(async () => {
  await server.close();
  await rm(folder, { recursive: true });
});

interface Choices {
  readonly faults?: readonly AuthorizationFault[];
  readonly clientSecret?: string;
  readonly answer?: 0 | 1;
  readonly hasBrowser?: boolean;
  readonly limitMs?: number;
  readonly change?: Partial<Connection>;
}

/** Main's side of signing in over real files, a real port and the simulated Camio, with nothing of Electron. */
async function start({ faults = [], clientSecret, answer = 0, hasBrowser = true, limitMs, change = {} }: Choices = {}) {
  const client = { id: 'desk-client', secret: clientSecret ?? null };
  let nowMs = Date.now();
  const now = () => nowMs;
  server = await startSimulatorServer({
    state: simulatorState([{ id: '1', name: 'Lobby' }], email),
    token: 'another-token',
    client,
    now: () => new Date(nowMs),
  });
  server.signIns.setFaults(faults);
  const origin = originOf(server.baseUrl);
  const signIn = {
    clientId: client.id,
    authorizeUrl: `${origin}/api/login/oauth/authorize`,
    tokenUrl: `${origin}/api/login/oauth/access_token`,
  };
  let connection: Connection = { ...harbor, baseUrl: server.baseUrl, accountEmail: null, signIn, ...change };
  const connections = { get: () => connection };
  const keyring = {
    lock: async (text: string) =>
      ok({
        version: 2 as const,
        platform: 'test',
        backend: 'test',
        ciphertext: scrambled(Buffer.from(text)).toString('base64'),
      }),
    unlock: async ({ ciphertext }: { ciphertext: string }) =>
      ok({ text: scrambled(Buffer.from(ciphertext, 'base64')).toString(), lockAgain: false }),
  };
  const logged: string[] = [];
  const log = (sentence: string) => void logged.push(sentence);
  const secretsIn = (name: string) =>
    createSecrets({ files: createSecretFiles(join(folder, name)), keyring, log, onBound: () => {} });
  const secrets = secretsIn('tokens');
  const clientSecrets = secretsIn('client-secrets');
  await secrets.set('harbor', { token: pasted, origin });
  if (clientSecret) await clientSecrets.set('harbor', { token: clientSecret, origin });

  const sent: HttpRequest[] = [];
  const plain = createSend(nodeNet());
  const send: typeof plain = (request) => {
    sent.push(request);
    return plain(request);
  };
  const states: SignInState[] = [];
  const acts: Act[] = [];
  const opened: string[] = [];
  const copied: string[] = [];
  const asked: string[] = [];
  const waiting: (() => void)[] = [];
  const remembered: (string | null)[] = [];
  const signIns = createSignIns({
    connections,
    secrets,
    clientSecrets,
    send,
    guard: {
      forget: () => {},
      awaitAnswer: () => (answered) => {
        remembered.push(answered);
        return { kind: 'not confirmed' };
      },
    },
    dialog: {
      async showMessageBox({ message }) {
        asked.push(message);
        return { response: answer, checkboxChecked: false };
      },
    },
    async openBrowser(link) {
      if (!hasBrowser) throw new Error('No browser.');
      opened.push(link);
    },
    clipboard: { writeText: async (text) => void copied.push(text) },
    tell(_, state) {
      states.push(state);
      for (const look of waiting.splice(0)) look();
    },
    onSignedIn: (_, act) => acts.push(act),
    now,
    ...(limitMs === undefined ? {} : { limitMs }),
  });
  const tokens = createFreshTokens({ connections, secrets, clientSecrets, send, log, onChange: () => {}, now });
  const accounts = createCamioAccounts({ connections, secrets: tokens, send, onOutcome: tokens.observe });
  const cancel = new AbortController();

  return {
    signIns,
    secrets,
    states,
    acts,
    opened,
    copied,
    asked,
    logged,
    sent,
    remembered,
    origin,
    tokens,
    stored: () => secrets.revealRecord('harbor', origin),
    link: () => opened[0] ?? '',
    change: (next: Partial<Connection>) => {
      connection = { ...connection, ...next };
    },
    pass: (ms: number) => {
      nowMs += ms;
    },
    read: async () => {
      const made = await accounts.client('harbor');
      return made.ok ? made.value.readList(cancel.signal) : made;
    },
    /** The end of the sign-in, once it has come. */
    async end(): Promise<SignInState> {
      for (;;) {
        const last = states.at(-1);
        if (last && !isSigningIn(last)) return last;
        await new Promise<void>((look) => waiting.push(look));
      }
    },
  };
}

const scrambled = (bytes: Buffer) => bytes.map((byte) => byte ^ 0x5a) as Buffer;

describe('signing in', () => {
  it.each([undefined, 'client-secret-123'])('by a browser, with the client secret %s', async (clientSecret) => {
    const desk = await start(clientSecret === undefined ? {} : { clientSecret });
    await desk.signIns.start('harbor');
    const page = await browser.signIn(desk.link());
    expect(await desk.end()).toEqual({ kind: 'signed in', email });
    expect(desk.states.map(({ kind }) => kind)).toEqual([
      'waiting for the browser',
      'exchanging',
      'checking the account',
      'signed in',
    ]);
    expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(page.headers.get('cache-control')).toBe('no-store');
    expect(await desk.stored()).toMatchObject({
      ok: true,
      value: { signIn: { refreshToken: expect.stringMatching(/^renew-/) } },
    });
    expect(desk.acts).toEqual([{ kind: 'signed in', server: new URL(desk.origin).host, scope: 'annotations:write' }]);
    expect(desk.remembered).toEqual([email]);
    expect((await desk.read()).ok).toBe(true);
  });

  it('with the link copied where no browser opens', async () => {
    const desk = await start({ hasBrowser: false });
    await desk.signIns.start('harbor');
    await desk.signIns.copyLink('harbor');
    await browser.signIn(desk.copied[0] ?? '');
    expect((await desk.end()).kind).toBe('signed in');
    expect(desk.states[1]).toMatchObject({ kind: 'waiting for the browser', isOpened: false });
  });

  it('opens the very same link again, and nothing once it has ended', async () => {
    const desk = await start();
    await desk.signIns.start('harbor');
    await desk.signIns.openAgain('harbor');
    expect(desk.opened[1]).toBe(desk.opened[0]);
    desk.signIns.cancel('harbor');
    await desk.end();
    expect(await desk.signIns.openAgain('harbor')).toMatchObject({ ok: false });
    expect(await desk.signIns.copyLink('harbor')).toMatchObject({ ok: false });
  });

  it('asks before a server that is not Camio’s, and does nothing after no', async () => {
    const desk = await start({ answer: 1 });
    expect(await desk.signIns.start('harbor')).toEqual({ ok: true, value: { kind: 'cancelled' } });
    expect(desk.asked[0]).toContain(new URL(desk.origin).host);
    expect(desk.opened).toEqual([]);
  });

  it('asks where only the token address is not Camio’s', async () => {
    const desk = await start({ answer: 1 });
    desk.change({
      signIn: { clientId: 'c', authorizeUrl: 'https://camio.com/a', tokenUrl: 'https://evil.example/token' },
    });
    await desk.signIns.start('harbor');
    expect(desk.asked[0]).toContain('evil.example');
    expect(desk.opened).toEqual([]);
  });

  it('has nothing but the challenge in the opened address', async () => {
    const desk = await start();
    await desk.signIns.start('harbor');
    const { searchParams } = new URL(desk.link());
    expect([...searchParams.keys()].sort()).toEqual([
      'client_id',
      'code_challenge',
      'code_challenge_method',
      'redirect_uri',
      'response_type',
      'scope',
      'state',
    ]);
    await browser.signIn(desk.link());
    await desk.end();
    const { body = '' } = desk.sent[0] ?? {};
    const verifier = new URLSearchParams(body).get('code_verifier') ?? '';
    expect(verifier).toMatch(/^[\w-]{43}$/);
    expect(desk.link()).not.toContain(verifier);
  });
});

describe('what goes wrong', () => {
  const body200 = { status: 200, headers: { 'content-type': 'application/json' } } as const;
  it.each([
    ['refused', { kind: 'wrong issuer' }],
    ['refused', { kind: 'no code' }],
    ['refused', { kind: 'answer with error', error: 'server_error' }],
    ['denied', { kind: 'answer with error', error: 'access_denied' }],
    ['refused', { kind: '200 with error', error: 'bad_verification_code' }],
    ['refused', { kind: 'less scope' }],
    ['refused', { kind: 'token answer', status: 500, body: 'Oh no' }],
    ['refused', { kind: 'token answer', status: 429 }],
    ['refused', { kind: 'token answer', status: 302, headers: { location: 'https://evil.example/token' } }],
    ['refused', { kind: 'token answer', status: 307, headers: { location: '/elsewhere' } }],
    ['refused', { kind: 'token answer', ...body200, body: '<html>Sign in</html>' }],
    ['refused', { kind: 'token answer', ...body200, body: '' }],
    ['signed in', { kind: 'form-encoded' }],
    ['signed in', { kind: 'no token type' }],
    ['signed in', { kind: 'no refresh token' }],
    ['signed in', { kind: 'no scope' }],
  ] as const)('%s by %j, and the code is traded in once at most', async (kind, fault) => {
    const desk = await start({ faults: [fault] });
    await desk.signIns.start('harbor');
    await browser.signIn(desk.link());
    expect((await desk.end()).kind).toBe(kind);
    const trades = server.received.filter(({ body }) => body.includes('authorization_code'));
    expect(trades.length).toBeLessThanOrEqual(1);
    const token = await desk.secrets.reveal('harbor', desk.origin);
    if (kind !== 'signed in') expect(token).toEqual({ ok: true, value: pasted });
    else expect(token).not.toEqual({ ok: true, value: pasted });
  });

  it('denied by the person', async () => {
    const desk = await start();
    await desk.signIns.start('harbor');
    await browser.signIn(desk.link(), 'deny');
    expect(await desk.end()).toEqual({ kind: 'denied' });
  });

  it.each(['wrong state', 'no state'] as const)('%s: answered 400, and the wait goes on', async (kind) => {
    const desk = await start({ faults: [{ kind, times: 1 }] });
    await desk.signIns.start('harbor');
    expect((await browser.signIn(desk.link())).status).toBe(400);
    expect(desk.states.at(-1)?.kind).toBe('waiting for the browser');
    expect((await browser.signIn(desk.link())).status).toBe(200);
    expect((await desk.end()).kind).toBe('signed in');
  });

  it('never returns: timed out, and the port is closed', async () => {
    const desk = await start({ faults: [{ kind: 'never returns' }], limitMs: 100 });
    await desk.signIns.start('harbor');
    await browser.decide(desk.link(), 'allow');
    expect(await desk.end()).toEqual({ kind: 'timed out' });
    await expectClosed(desk.link());
  });

  it('called twice, from a second tab: only the first counts', async () => {
    const desk = await start();
    await desk.signIns.start('harbor');
    const [one, two] = [await browser.decide(desk.link(), 'allow'), await browser.decide(desk.link(), 'allow')];
    const answers = await Promise.allSettled([fetch(one), fetch(two)]);
    expect(answers.filter((answer) => answer.status === 'fulfilled' && answer.value.status === 200)).toHaveLength(1);
    expect((await desk.end()).kind).toBe('signed in');
    expect(server.signIns.state().grants).toHaveLength(1);
    await expectClosed(desk.link());
  });

  it('another account than the connection’s: the token before stays, and the new one is given back', async () => {
    const desk = await start({ change: { accountEmail: 'ann@tower.example' } });
    await desk.signIns.start('harbor');
    await browser.signIn(desk.link());
    expect(await desk.end()).toMatchObject({ kind: 'refused', error: { message: expect.stringContaining(email) } });
    expect(await desk.secrets.reveal('harbor', desk.origin)).toEqual({ ok: true, value: pasted });
    expect(server.signIns.state().grants).toMatchObject([{ isRevoked: true }]);
  });

  it('the connection led elsewhere meanwhile: nothing is stored', async () => {
    const desk = await start();
    await desk.signIns.start('harbor');
    desk.change({ baseUrl: 'https://camio.com/api/integrations/pacs' });
    await browser.signIn(desk.link());
    expect(await desk.end()).toMatchObject({ kind: 'refused' });
    expect(await desk.secrets.reveal('harbor', desk.origin)).toEqual({ ok: true, value: pasted });
  });

  it('cancelled while waiting, and while the token address hangs', async () => {
    const waiting = await start();
    await waiting.signIns.start('harbor');
    waiting.signIns.cancel('harbor');
    expect(await waiting.end()).toEqual({ kind: 'cancelled' });
    await expectClosed(waiting.link());
    await server.close();

    const hanging = await start({ faults: [{ kind: 'token hangs' }] });
    await hanging.signIns.start('harbor');
    await browser.signIn(hanging.link());
    hanging.signIns.cancel('harbor');
    expect(await hanging.end()).toEqual({ kind: 'cancelled' });
    expect(await hanging.secrets.reveal('harbor', hanging.origin)).toEqual({ ok: true, value: pasted });
  });

  it('begun again: the first is cancelled, and its link leads nowhere', async () => {
    const desk = await start();
    await desk.signIns.start('harbor');
    const first = desk.link();
    await desk.signIns.start('harbor');
    await expectClosed(first);
    await browser.signIn(desk.opened[1] ?? '');
    expect((await desk.end()).kind).toBeDefined();
    expect(desk.states.map(({ kind }) => kind)).toContain('cancelled');
  });

  it('a server that repeats what it was sent does not get it shown', async () => {
    const desk = await start();
    await desk.signIns.start('harbor');
    const back = new URL(await browser.decide(desk.link(), 'allow'));
    const code = back.searchParams.get('code') ?? '';
    server.signIns.setFaults([{ kind: 'token answer', status: 400, body: `Bad request: code=${code}` }]);
    await fetch(back);
    const end = await desk.end();
    expect(end).toMatchObject({ kind: 'refused', error: { detail: 'Bad request: code=…' } });
  });
});

describe('a stranger', () => {
  it('neither completes nor ends it, whatever is asked of the port', async () => {
    const desk = await start();
    await desk.signIns.start('harbor');
    const redirect = new URL(new URL(desk.link()).searchParams.get('redirect_uri') ?? '');
    const parts = fc.record({
      method: fc.constantFrom('GET', 'POST', 'PUT', 'OPTIONS', 'HEAD', 'DELETE'),
      path: fc.oneof(fc.constant(redirect.pathname), fc.constant(`${redirect.pathname}/`), fc.webPath()),
      query: fc.oneof(fc.constant('code=c&state='), fc.constant('error=access_denied'), fc.webQueryParameters()),
    });
    await fc.assert(
      fc.asyncProperty(parts, async ({ method, path, query }) => {
        const answer = await fetch(`${redirect.origin}${path}?${query}`, { method });
        expect(answer.status).toBeGreaterThanOrEqual(400);
        expect(await answer.text()).toBe('');
      }),
      { numRuns: 25 },
    );
    expect(desk.states.map(({ kind }) => kind)).toEqual(['waiting for the browser']);
    await browser.signIn(desk.link());
    expect((await desk.end()).kind).toBe('signed in');
  });

  it('cannot take the code of an earlier attempt, nor use one twice', async () => {
    const desk = await start();
    await desk.signIns.start('harbor');
    const back = await browser.decide(desk.link(), 'allow');
    await fetch(back);
    await desk.end();
    const body = server.received.find((request) => request.body.includes('authorization_code'))?.body ?? '';
    const replayed = await fetch(`${desk.origin}/api/login/oauth/access_token`, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body,
    });
    expect(replayed.status).toBe(400);
    // The server takes back what the code was traded for (RFC 6749 4.1.2), and the app asks to sign in again.
    expect(await desk.read()).toMatchObject({ ok: false, error: { code: 'unauthorized' } });
  });
});

describe('the token afterwards', () => {
  async function signedIn(choices: Choices = {}) {
    const desk = await start(choices);
    await desk.signIns.start('harbor');
    await browser.signIn(desk.link());
    await desk.end();
    return desk;
  }
  const renewals = () => server.received.filter(({ body }) => body.includes('grant_type=refresh_token'));

  it('is renewed before it expires: once, however many ask, and on disk before it is used', async () => {
    const desk = await signedIn();
    const before = await desk.stored();
    desk.pass(3_599_000);
    const reads = await Promise.all([desk.read(), desk.read(), desk.read()]);
    expect(reads.every((read) => read.ok)).toBe(true);
    expect(renewals()).toHaveLength(1);
    const after = await desk.stored();
    expect(after).not.toEqual(before);
    expect(server.received.at(-1)?.headers.authorization).toBe(`Bearer ${after.ok ? after.value.token : ''}`);
  });

  it('that Camio refuses before its time is renewed before the next call, and not over and over', async () => {
    const desk = await signedIn();
    server.setFaults([{ kind: 'answer', status: 401 }]);
    expect((await desk.read()).ok).toBe(false);
    expect(renewals()).toHaveLength(0);
    expect((await desk.read()).ok).toBe(false);
    expect((await desk.read()).ok).toBe(false);
    expect(renewals()).toHaveLength(1);
    server.setFaults([]);
    expect((await desk.read()).ok).toBe(true);
  });

  it('that was withdrawn asks to sign in again, once', async () => {
    const desk = await signedIn();
    server.signIns.revokeAll();
    desk.pass(3_599_000);
    expect(await desk.read()).toMatchObject({ ok: false, error: { code: 'unauthorized', next: 'Sign in again.' } });
    expect(await desk.read()).toMatchObject({ ok: false, error: { next: 'Sign in again.' } });
    expect(renewals()).toHaveLength(1);
  });

  it('whose refresh token somebody else used first ends, too', async () => {
    const desk = await signedIn();
    const record = await desk.stored();
    const refresh_token = (record.ok && record.value.signIn?.refreshToken) || '';
    await fetch(`${desk.origin}/api/login/oauth/access_token`, {
      method: 'POST',
      body: new URLSearchParams({ grant_type: 'refresh_token', refresh_token, client_id: 'desk-client' }),
    });
    desk.pass(3_599_000);
    expect(await desk.read()).toMatchObject({ ok: false, error: { next: 'Sign in again.' } });
    expect(server.signIns.state().grants.every(({ isRevoked }) => isRevoked)).toBe(true);
  });

  it('is used while it lasts where it cannot be renewed now', async () => {
    const desk = await signedIn();
    server.signIns.setFaults([{ kind: 'token answer', status: 503 }]);
    desk.pass(3_570_000);
    expect((await desk.read()).ok).toBe(true);
    desk.pass(60_000);
    expect(await desk.read()).toMatchObject({ ok: false, error: { code: 'server-error' } });
    server.signIns.setFaults([]);
    expect((await desk.read()).ok).toBe(true);
  });

  it('without a refresh token is used until it expires', async () => {
    const desk = await signedIn({ faults: [{ kind: 'no refresh token' }] });
    desk.pass(3_570_000);
    expect((await desk.read()).ok).toBe(true);
    desk.pass(60_000);
    expect(await desk.read()).toMatchObject({ ok: false, error: { next: 'Sign in again.' } });
  });

  it('is never renewed at another server than it came from', async () => {
    const desk = await signedIn();
    desk.change({
      signIn: { clientId: 'c', authorizeUrl: 'https://evil.example/a', tokenUrl: 'https://evil.example/t' },
    });
    desk.pass(3_599_000);
    expect((await desk.read()).ok).toBe(true);
    expect(desk.sent.every(({ url }) => url.startsWith(desk.origin))).toBe(true);
  });

  it('is withdrawn at the server when it is forgotten; a pasted one is not', async () => {
    const desk = await signedIn();
    expect(await desk.signIns.revoke('harbor')).toBe('revoked');
    expect(server.signIns.state().grants).toMatchObject([{ isRevoked: true }]);
    await desk.secrets.set('harbor', { token: pasted, origin: desk.origin });
    expect(await desk.signIns.revoke('harbor')).toBeNull();
  });
});

it('no code, verifier, state or token is in a file, a log, a state, an act or an error', async () => {
  const desk = await start({ clientSecret: 'client-secret-123' });
  await desk.signIns.start('harbor');
  await browser.signIn(desk.link());
  await desk.end();
  desk.pass(3_599_000);
  await desk.read();
  const trade = new URLSearchParams(server.received.find(({ body }) => body.includes('authorization_code'))?.body);
  const { grants } = server.signIns.state();
  const secrets = [
    'client-secret-123',
    pasted,
    trade.get('code') ?? '',
    trade.get('code_verifier') ?? '',
    new URL(desk.link()).searchParams.get('state') ?? '',
    ...grants.flatMap(({ accessToken, refreshToken }) => [accessToken, refreshToken ?? '']),
  ];
  expect(secrets.every((secret) => secret.length > 10)).toBe(true);
  const files = (await readdir(folder, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile());
  expect(files.length).toBeGreaterThanOrEqual(2);
  const texts = await Promise.all(files.map(({ parentPath, name }) => readFile(join(parentPath, name), 'utf8')));
  const everything = [...texts, JSON.stringify([desk.states, desk.acts, desk.logged, desk.asked])].join('\n');
  for (const secret of secrets) {
    expect(everything).not.toContain(secret);
    expect(everything).not.toContain(Buffer.from(secret).toString('base64'));
  }
});

async function expectClosed(link: string): Promise<void> {
  const redirectUri = new URL(link).searchParams.get('redirect_uri') ?? '';
  await expect(fetch(redirectUri)).rejects.toThrow();
}
