import { describe, expect, it } from 'vitest';
import { fail, ok } from '../result.ts';
import type { Grant } from './grant.ts';
import { phraseSignIn } from './phrase-sign-in.ts';
import { type SignInEffects, signIn } from './sign-in.ts';
import type { SignInState } from './sign-in-state.ts';

const grant: Grant = { accessToken: 'granted-token', refreshToken: null, expiresInSeconds: null, scope: null };
const until = '2026-11-30T20:10:00.000Z';

/** Everything goes well, but for what is given. */
async function run(change: Partial<SignInEffects> = {}, cancel = new AbortController()) {
  const told: SignInState[] = [];
  const done: string[] = [];
  const effects: SignInEffects = {
    openBrowser: async () => true,
    awaitBrowser: async () => ok({ kind: 'code', query: 'code=c', issuer: null }),
    exchange: async () => {
      done.push('exchanged');
      return ok(grant);
    },
    whoAmI: async () => 'ops@harbor.example',
    knownAccount: () => null,
    store: async () => {
      done.push('stored');
      return ok(undefined);
    },
    discard: async () => void done.push('discarded'),
    tell: (state) => told.push(state),
    ...change,
  };
  const end = await signIn(effects, until, cancel.signal);
  return { end, done, kinds: told.map(({ kind }) => kind), told };
}

describe('a sign-in', () => {
  it('passes through its states to the stored token', async () => {
    const { end, done, kinds } = await run();
    expect(end).toEqual({ kind: 'signed in', email: 'ops@harbor.example' });
    expect(kinds).toEqual(['waiting for the browser', 'exchanging', 'checking the account', 'signed in']);
    expect(done).toEqual(['exchanged', 'stored']);
  });

  it('says that no browser was opened, and goes on waiting', async () => {
    let letBack = () => {};
    const back = new Promise<void>((resolve) => {
      letBack = resolve;
    });
    const running = run({
      openBrowser: async () => false,
      awaitBrowser: async () => {
        await back;
        return ok({ kind: 'code', query: 'code=c', issuer: null });
      },
    });
    await new Promise((resolve) => setTimeout(resolve));
    letBack();
    const { told, end } = await running;
    expect(told[1]).toEqual({ kind: 'waiting for the browser', isOpened: false, until });
    expect(end.kind).toBe('signed in');
  });

  it.each([
    ['denied', { awaitBrowser: async () => ok({ kind: 'denied' } as const) }],
    ['cancelled', { awaitBrowser: async () => 'cancelled' as const }],
    ['timed out', { awaitBrowser: async () => 'timed out' as const }],
    ['refused', { awaitBrowser: async () => fail({ code: 'no code' } as const) }],
    ['refused', { awaitBrowser: async () => fail({ code: 'wrong issuer', issuer: 'https://evil.example' } as const) }],
  ])('that ends %s in the browser never asks for a token', async (kind, change) => {
    const { end, done } = await run(change);
    expect(end.kind).toBe(kind);
    expect(done).toEqual([]);
  });

  it.each([
    ['unreachable', { code: 'transport', failure: { kind: 'timeout', sent: true } } as const],
    ['refused', { code: 'redirected', status: 302, target: 'https://evil.example/' } as const],
    ['refused', { code: 'status', status: 500, text: '' } as const],
    ['refused', { code: 'status', status: 429, text: '' } as const],
    ['refused', { code: 'error answer', error: 'invalid_grant', description: '' } as const],
    ['refused', { code: 'unreadable', why: 'It is empty.' } as const],
  ])('is %s where the exchange fails, and the code is not tried again', async (kind, failure) => {
    let asked = 0;
    const { end, done } = await run({
      exchange: async () => {
        asked += 1;
        return fail(failure);
      },
    });
    expect(end.kind).toBe(kind);
    expect(asked).toBe(1);
    expect(done).toEqual([]);
  });

  it('gives back a token with less scope, of another account, or that could not be stored', async () => {
    const less = await run({ exchange: async () => ok({ ...grant, scope: 'annotations:read' }) });
    expect(less.end).toMatchObject({ kind: 'refused', error: { detail: 'annotations:read' } });
    expect(less.done).toEqual(['discarded']);

    const other = await run({ knownAccount: () => 'ann@tower.example' });
    expect(other.end).toMatchObject({ kind: 'refused', error: { code: 'confirmation-needed' } });
    expect(other.done).toEqual(['exchanged', 'discarded']);

    const disk = { code: 'disk', message: 'The disk is full.', next: 'Make room.' } as const;
    const full = await run({ store: async () => fail({ code: 'not stored', error: disk }) });
    expect(full.end).toEqual({ kind: 'refused', error: disk });
    expect(full.done).toEqual(['exchanged', 'discarded']);
  });

  it('that is cancelled late stores nothing', async () => {
    const cancel = new AbortController();
    const { end, done } = await run(
      {
        whoAmI: async () => {
          cancel.abort();
          return null;
        },
      },
      cancel,
    );
    expect(end.kind).toBe('cancelled');
    expect(done).toEqual(['exchanged', 'discarded']);
  });
});

it('has a sentence and a next step for every end', async () => {
  const ends: SignInState[] = [
    { kind: 'signed in', email: null },
    { kind: 'denied' },
    { kind: 'cancelled' },
    { kind: 'timed out' },
  ];
  for (const end of ends) {
    const { message, next } = phraseSignIn(end);
    expect(message).toMatch(/\.$/);
    expect(next).toMatch(/\.$/);
  }
});
