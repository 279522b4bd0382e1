import { setImmediate } from 'node:timers/promises';
import { expect, it } from 'vitest';
import type { ProxyQuestion } from '../../core/camio/proxy-login.ts';
import { createProxyLogins } from './proxy-logins.ts';

const office = { proxy: 'proxy.example:3128', realm: 'Office' };
const ann = { username: 'ann', password: 'secret' };

function logins(limitMs = 60_000) {
  const shown: (ProxyQuestion | null)[] = [];
  let time = 0;
  const made = createProxyLogins({ show: (question) => shown.push(question), limitMs, now: () => time });
  return {
    ...made,
    shown,
    passMs(ms: number) {
      time += ms;
    },
    async answerLast(login: typeof ann | null) {
      await setImmediate();
      made.answer({ request: shown.at(-1)?.request ?? 0, login });
    },
  };
}

it('asks once for calls that wait together, and remembers what was entered', async () => {
  const { ask, shown, answerLast } = logins();
  const both = Promise.all([ask(office, null), ask(office, null)]);
  await answerLast(ann);
  expect(await both).toEqual([ann, ann]);
  expect(await ask(office, null)).toBe(ann);
  expect(shown).toEqual([{ request: 1, ...office, wasRefused: false }, null]);
});

it('asks again where the proxy refuses what was entered, and says so', async () => {
  const { ask, shown, answerLast } = logins();
  const first = ask(office, null);
  await answerLast(ann);
  const second = ask(office, await first);
  const better = { username: 'ann', password: 'better' };
  await answerLast(better);
  expect(await second).toBe(better);
  expect(shown[2]).toMatchObject({ wasRefused: true });
  // A call that was refused with the old one meanwhile is given the new one.
  expect(await ask(office, await first)).toBe(better);
});

it('leaves a person who cancels alone for a minute', async () => {
  const { ask, shown, answerLast, passMs } = logins();
  const cancelled = ask(office, null);
  await answerLast(null);
  expect(await cancelled).toBeNull();
  passMs(59_999);
  expect(await ask(office, null)).toBeNull();
  expect(shown).toHaveLength(2);
  passMs(1);
  const again = ask(office, null);
  await answerLast(ann);
  expect(await again).toBe(ann);
});

it('asks about two proxies one after the other', async () => {
  const { ask, shown, answerLast } = logins();
  const first = ask(office, null);
  const second = ask({ proxy: 'other.example:80', realm: '' }, null);
  await setImmediate();
  expect(shown).toHaveLength(1);
  await answerLast(ann);
  await answerLast(null);
  expect(await Promise.all([first, second])).toEqual([ann, null]);
});

it('does not wait for ever where nobody answers', async () => {
  const { ask, shown } = logins(5);
  expect(await ask(office, null)).toBeNull();
  expect(shown.at(-1)).toBeNull();
});
