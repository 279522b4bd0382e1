import { EventEmitter } from 'node:events';
import { type IncomingMessage, type ClientRequest as NodeRequest, request as plain } from 'node:http';
import { request as secure } from 'node:https';
import { PassThrough, type Transform } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import type { ClientRequestConstructorOptions } from 'electron';
import { app } from './app.ts';
import { showTurnedDown } from './certificate.ts';
import { agentsOf } from './connections.ts';
import { netError } from './net-error.ts';
import { basic, challengeIn, enteredAt, proxyFor } from './proxy.ts';
import { checkHeader, isRestricted, redirectOf, responseHeaders } from './request-rules.ts';
import { isSession } from './session.ts';

const decoders: Readonly<Record<string, () => Transform>> = {
  gzip: createGunzip,
  deflate: createInflate,
  br: createBrotliDecompress,
};

/**
 * Electron's ClientRequest on Node's sockets: same events in the same order, Chromium's names for what goes wrong. As
 * there, it is a stream that closes once all was written, so `close` comes before `response`.
 */
export class ClientRequest extends EventEmitter {
  private readonly url: URL;
  private readonly method: string;
  private readonly headers: Record<string, string> = {};
  private readonly body: Buffer[] = [];
  private sending: NodeRequest | null = null;
  private answer: PassThrough | null = null;
  private started = false;
  private closed = false;
  private aborted = false;
  private dead = false;
  private loginDeclined = false;

  constructor(private readonly options: ClientRequestConstructorOptions) {
    super();
    const { url = '', method = 'GET', headers = {}, redirect, session } = options;
    if (redirect !== 'manual') throw new Error("The Chromium host's net.request knows redirect: 'manual' only.");
    for (const [name, value] of Object.entries(headers)) this.headers[name] = checkHeader(name, value);
    if (session && !isSession(session)) throw new TypeError('`session` should be an instance of the Session class');
    this.url = new URL(url);
    this.method = method.toUpperCase();
    if (!['http:', 'https:'].includes(this.url.protocol)) {
      throw new Error('ClientRequest only supports http: and https: protocols');
    }
  }

  setHeader(name: string, value: string): void {
    if (this.started || this.body.length > 0) throw new Error("Can't set headers after they are sent");
    this.headers[name] = checkHeader(name, value);
  }

  write(chunk: string | Buffer): boolean {
    this.body.push(Buffer.from(chunk));
    return true;
  }

  end(chunk?: string | Buffer): this {
    if (chunk !== undefined) this.write(chunk);
    this.started = true;
    queueMicrotask(() => this.dispatch());
    process.nextTick(() => this.close('finish'));
    return this;
  }

  abort(): void {
    if (!this.aborted) process.nextTick(() => this.emit('abort'));
    this.aborted = true;
    this.die();
  }

  private close(first?: 'finish'): void {
    if (this.closed) return;
    this.closed = true;
    if (first && !this.dead) this.emit(first);
    this.emit('close');
  }

  private die(error?: Error): void {
    if (this.dead) return;
    this.dead = true;
    this.sending?.destroy();
    if (error) this.emit('error', error);
    this.answer?.destroy(error);
    process.nextTick(() => this.close());
  }

  private dispatch(): void {
    if (this.dead) return;
    if (Object.keys(this.headers).some(isRestricted)) {
      this.die(new Error('net::ERR_INVALID_ARGUMENT'));
      return;
    }
    const { session } = this.options;
    const proxy = proxyFor(this.url, (name) => app.commandLine.getSwitchValue(name));
    const login = proxy && enteredAt(session).get(`${proxy.host}:${proxy.port}`);
    const protocol = this.url.protocol === 'https:' ? 'https:' : 'http:';
    const sending = (protocol === 'https:' ? secure : plain)(this.url, {
      method: this.method,
      headers: {
        'Accept-Encoding': 'gzip, deflate, br',
        ...this.headers,
        ...(login ? { 'Proxy-Authorization': basic(login) } : {}),
      },
      agent: agentsOf(session)[protocol],
      ...(proxy ? { ...proxy, path: this.url.href, setHost: false } : {}),
    });
    if (proxy) sending.setHeader('Host', this.url.host);
    this.sending = sending;
    let answered = false;
    sending.on('response', (response) => {
      answered = true;
      this.receive(response);
    });
    sending.on('error', (error) => {
      if (this.dead || answered) return;
      // Chromium itself sends again when a kept connection turns out to be dead, whatever the method
      // (HttpNetworkTransaction::ShouldResendRequest), so this does too.
      if (sending.reusedSocket) this.dispatch();
      else if (proxy) this.die(new Error('net::ERR_PROXY_CONNECTION_FAILED'));
      else void this.failFor(netError(error));
    });
    sending.end(Buffer.concat(this.body));
  }

  private receive(response: IncomingMessage): void {
    if (this.asksForLogin(response)) return;
    const redirect = redirectOf(response, this.url, this.method);
    if (redirect === 'unsafe') {
      this.die(new Error('net::ERR_UNSAFE_REDIRECT'));
      return;
    }
    if (redirect) {
      this.emit('redirect', response.statusCode, redirect.method, redirect.url, response.headersDistinct);
      if (!this.aborted) this.die(new Error('Redirect was cancelled'));
      return;
    }
    const { statusCode = 0, statusMessage = '', headers } = response;
    const answer = Object.assign(new PassThrough(), { statusCode, statusMessage, headers: responseHeaders(response) });
    this.answer = answer;
    answer.on('error', () => {});
    const breaks = (name: string) => {
      if (!this.dead) this.die(new Error(`net::ERR_${name}`));
    };
    response.on('error', () => {
      breaks(headers['content-length'] === undefined ? 'INCOMPLETE_CHUNKED_ENCODING' : 'CONTENT_LENGTH_MISMATCH');
    });
    this.emit('response', answer);
    const decoder = decoders[headers['content-encoding'] ?? '']?.();
    if (!decoder) {
      response.pipe(answer);
      return;
    }
    decoder.on('error', () => breaks('CONTENT_DECODING_FAILED'));
    response.pipe(decoder).pipe(answer);
  }

  /** Whether a name and password are asked for; then the request goes on once that is answered. */
  private asksForLogin(response: IncomingMessage): boolean {
    const { session } = this.options;
    const proxy = proxyFor(this.url, (name) => app.commandLine.getSwitchValue(name));
    const isProxy = response.statusCode === 407 && proxy !== null;
    if (!isProxy && response.statusCode !== 401) return false;
    const asker = isProxy ? proxy : { host: this.url.hostname, port: Number(this.url.port || 80) };
    const header = response.headers[isProxy ? 'proxy-authenticate' : 'www-authenticate'];
    const challenge = challengeIn(header, isProxy, asker);
    if (!challenge || this.loginDeclined || this.listenerCount('login') === 0) return false;
    response.pause();
    this.emit('login', challenge, (username?: string, password?: string) => {
      if (this.dead) return;
      if (username === undefined || password === undefined) {
        this.loginDeclined = true;
        this.receive(response);
        return;
      }
      response.resume();
      if (isProxy) enteredAt(session).set(`${asker.host}:${asker.port}`, { username, password });
      else this.headers.Authorization = basic({ username, password });
      this.dispatch();
    });
    return true;
  }

  private async failFor(error: Error): Promise<void> {
    if (error.message.startsWith('net::ERR_CERT_')) {
      await showTurnedDown(this.options.session, this.url, error.message);
    }
    this.die(error);
  }
}
