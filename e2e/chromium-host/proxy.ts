import type { AuthInfo } from 'electron';

/** The proxy of `--proxy-server=http://host:port`. */
export interface Proxy {
  readonly host: string;
  readonly port: number;
}

/**
 * The proxy that the command line names, for plain http only. As in Chromium, addresses of this computer go past it unless
 * `--proxy-bypass-list=<-loopback>` says otherwise.
 */
export function proxyFor(url: URL, switchValue: (name: string) => string): Proxy | null {
  const server = switchValue('proxy-server');
  if (server === '') return null;
  const isLoopback = /^(localhost|127\.|\[::1\])/.test(url.hostname);
  if (isLoopback && switchValue('proxy-bypass-list') !== '<-loopback>') return null;
  if (url.protocol !== 'http:') throw new Error('The Chromium host knows proxies for http only.');
  const { hostname: host, port } = new URL(server);
  return { host, port: Number(port || 80) };
}

export interface Credentials {
  readonly username: string;
  readonly password: string;
}

export const basic = ({ username, password }: Credentials): string =>
  `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`;

/** What each session entered at proxies, as Chromium keeps it. */
const entered = new Map<object | undefined, Map<string, Credentials>>();

export function enteredAt(session: object | undefined): Map<string, Credentials> {
  const known = entered.get(session) ?? new Map<string, Credentials>();
  entered.set(session, known);
  return known;
}

/** Who asks, from the header of a 401 or 407; null where it asks for something else than a name and password. */
export function challengeIn(header: string | undefined, isProxy: boolean, { host, port }: Proxy): AuthInfo | null {
  const [, scheme = '', rest = ''] = /^(Basic|Digest)\b(.*)$/i.exec(header ?? '') ?? [];
  if (scheme === '') return null;
  const realm = /realm="([^"]*)"/i.exec(rest)?.[1] ?? '';
  return { isProxy, scheme: scheme.toLowerCase(), host, port, realm };
}
