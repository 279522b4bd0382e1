import type { ProxyLogin, ProxyQuestion } from '../../core/camio/proxy-login.ts';
import type { AskProxyLogin } from '../camio/send.ts';

/** Names and passwords of proxies, asked of the person and kept until the app ends. */
export interface ProxyLogins {
  /** Null where the person does not want to, or nobody answers in time. */
  readonly ask: AskProxyLogin;
  /** Takes the person's answer; null: cancelled. */
  answer(answer: { readonly request: number; readonly login: ProxyLogin | null }): void;
}

interface ProxyLoginsNeeds {
  /** Puts a question to the person; null takes it back. */
  readonly show: (question: ProxyQuestion | null) => void;
  /** How long a question is open. */
  readonly limitMs?: number;
  /** How long nobody is asked again after a person cancelled: every call of the app would ask. */
  readonly quietMs?: number;
  readonly now?: () => number;
}

export function createProxyLogins({
  show,
  limitMs = 120_000,
  quietMs = 60_000,
  now = () => performance.now(),
}: ProxyLoginsNeeds): ProxyLogins {
  const known = new Map<string, ProxyLogin>();
  const cancelledAt = new Map<string, number>();
  const asking = new Map<string, Promise<ProxyLogin | null>>();
  /** One question at a time, also of two proxies. */
  let open: { readonly request: number; readonly take: (login: ProxyLogin | null) => void } | null = null;
  let last: Promise<unknown> = Promise.resolve();
  let requests = 0;

  function put(question: Omit<ProxyQuestion, 'request'>): Promise<ProxyLogin | null> {
    requests += 1;
    const request = requests;
    return new Promise((resolve) => {
      const late = setTimeout(() => take(null), limitMs);
      const take = (login: ProxyLogin | null) => {
        clearTimeout(late);
        open = null;
        show(null);
        resolve(login);
      };
      open = { request, take };
      show({ request, ...question });
    });
  }

  async function askPerson(key: string, question: Omit<ProxyQuestion, 'request'>): Promise<ProxyLogin | null> {
    const before = last;
    const answered = before.then(() => put(question));
    last = answered;
    const login = await answered;
    if (login) known.set(key, login);
    else cancelledAt.set(key, now());
    return login;
  }

  return {
    async ask({ proxy, realm }, refused) {
      const key = `${proxy} ${realm}`;
      const login = known.get(key);
      if (login && login !== refused) return login;
      const wasRefused = login !== undefined;
      known.delete(key);
      const under = asking.get(key);
      if (under) return under;
      if (now() - (cancelledAt.get(key) ?? Number.NEGATIVE_INFINITY) < quietMs) return null;
      const answer = askPerson(key, { proxy, realm, wasRefused }).finally(() => asking.delete(key));
      asking.set(key, answer);
      return answer;
    },
    answer({ request, login }) {
      if (open?.request === request) open.take(login);
    },
  };
}
