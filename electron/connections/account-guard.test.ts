import { beforeEach, describe, expect, test } from 'vitest';
import type { CamioClient } from '../../core/camio/client.ts';
import { firstGeneration } from '../../core/camio/dialect.ts';
import type { CamioFailure } from '../../core/camio/failure.ts';
import type { Connection } from '../../core/connections/connection.ts';
import { fail, ok, type Result } from '../../core/result.ts';
import { createAccountGuard } from './account-guard.ts';

type Answer = Result<{ readonly email: string | null }, CamioFailure>;
const is = (email: string): Answer => ok({ email });

let connection: Connection;
/** The questions asked so far, each with the way to answer it. */
let questions: ((answer: Answer) => void)[];
beforeEach(() => {
  connection = {
    id: 'a',
    kind: 'camio',
    name: 'Harbor Campus',
    baseUrl: 'https://camio.example',
    dialect: firstGeneration,
    color: 'green',
    accountEmail: 'anna@example.com',
  };
  questions = [];
});

function start() {
  const neverAsked = () => {
    throw new Error('Only the account may be asked for.');
  };
  const client: CamioClient = {
    readList: neverAsked,
    replaceList: neverAsked,
    sendEvent: neverAsked,
    whoAmI: () => new Promise((answer) => questions.push(answer)),
  };
  return createAccountGuard({
    connections: {
      get: () => connection,
      put: (changed) => {
        connection = changed;
        return ok(undefined);
      },
    },
    accounts: { client: async () => ok(client) },
    onChange: () => {},
    notice: (error) => {
      throw new Error(error.message);
    },
  });
}

/** Lets what was begun go on as far as it can without an answer. */
const settled = () => new Promise((resolve) => setImmediate(resolve));

async function answer(given: Answer): Promise<void> {
  await settled();
  questions.at(-1)?.(given);
  await settled();
}

test('whoever comes while Camio is being asked waits for the answer', async () => {
  const guard = start();
  const first = guard.askOnce('a');
  let isThrough = false;
  const second = guard.askOnce('a').then(() => {
    isThrough = true;
  });
  await settled();
  expect(isThrough).toBe(false);
  await answer(is('bob@other.example'));
  await Promise.all([first, second]);
  expect(questions).toHaveLength(1);
  expect(connection.otherAccount).toBe('bob@other.example');
});

const broken: CamioFailure = { code: 'transport', failure: { kind: 'timeout', sent: true } };
const limited: CamioFailure = { code: 'rate limited', retryAfterMs: null, text: '' };
const failed: CamioFailure = { code: 'server error', status: 503, retryAfterMs: null, text: '' };
const notOffered: CamioFailure = { code: 'not offered', status: 404, text: '' };
const forbidden: CamioFailure = { code: 'unauthorized', status: 403, text: '' };

describe('once asked', () => {
  test.each<[string, Answer, number]>([
    ['an answer', is('anna@example.com'), 1],
    ['a server that does not say', ok({ email: null }), 1],
    ['a server that does not offer it', fail(notOffered), 1],
    ['a token that may not ask', fail(forbidden), 1],
    ['a call that broke off', fail(broken), 2],
    ['a server that wants fewer calls', fail(limited), 2],
    ['a server that failed', fail(failed), 2],
  ])('%s: two events make so many questions', async (_what, first, times) => {
    const guard = start();
    for (const each of [first, is('anna@example.com')]) {
      const asked = guard.askOnce('a');
      await answer(each);
      await asked;
    }
    expect(questions).toHaveLength(times);
  });
});

describe('a token that is replaced', () => {
  test('is asked about anew', async () => {
    const guard = start();
    for (const email of ['anna@example.com', 'bob@other.example']) {
      const asked = guard.askOnce('a');
      await answer(is(email));
      await asked;
      guard.forget('a');
    }
    expect(questions).toHaveLength(2);
  });

  test('while Camio is asked about it leaves nothing of its account behind', async () => {
    const guard = start();
    const former = guard.ask('a', new AbortController().signal);
    await settled();
    guard.forget('a');
    await answer(is('bob@other.example'));
    expect(await former).toMatchObject({ kind: 'other account', now: 'bob@other.example' });
    expect(connection.otherAccount).toBeUndefined();
  });

  test('while an event waits for the answer makes it wait for that about the new token', async () => {
    const guard = start();
    const event = guard.askOnce('a');
    await settled();
    guard.forget('a');
    await answer(is('anna@example.com'));
    await answer(is('bob@other.example'));
    await event;
    expect(questions).toHaveLength(2);
    expect(connection.otherAccount).toBe('bob@other.example');
  });

  test('during a check leaves nothing of its account behind', async () => {
    const guard = start();
    const take = guard.awaitAnswer('a');
    guard.forget('a');
    expect(take('bob@other.example')).toMatchObject({ kind: 'other account' });
    expect(connection.otherAccount).toBeUndefined();
    guard.awaitAnswer('a')('bob@other.example');
    expect(connection.otherAccount).toBe('bob@other.example');
  });
});
