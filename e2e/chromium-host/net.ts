import { EventEmitter } from 'node:events';
import { type IncomingMessage, type ClientRequest as NodeRequest, request as plain } from 'node:http';
import { request as secure } from 'node:https';
import { networkInterfaces } from 'node:os';
import { PassThrough } from 'node:stream';
import type { ClientRequestConstructorOptions } from 'electron';
import { showTurnedDown } from './certificate.ts';
import { agentsOf } from './connections.ts';
import { netError } from './net-error.ts';
import { only } from './only.ts';

/** Electron's ClientRequest on Node's sockets: same events in the same order, Chromium's names for what goes wrong. */
class ClientRequest extends EventEmitter {
  private readonly url: URL;
  private readonly headers: Record<string, string | string[]>;
  private readonly body: Buffer[] = [];
  private sending: NodeRequest | null = null;
  private done = false;

  constructor(private readonly options: ClientRequestConstructorOptions) {
    super();
    this.url = new URL(options.url ?? '');
    this.headers = { ...options.headers };
    if (options.redirect !== 'manual')
      throw new Error("The Chromium host's net.request knows redirect: 'manual' only.");
  }

  setHeader(name: string, value: string): void {
    this.headers[name] = value;
  }

  write(chunk: string | Buffer): boolean {
    this.body.push(Buffer.from(chunk));
    return true;
  }

  end(chunk?: string | Buffer): this {
    if (chunk !== undefined) this.write(chunk);
    this.dispatch();
    return this;
  }

  abort(): void {
    if (this.done) return;
    this.done = true;
    this.sending?.destroy();
    this.emit('abort');
    this.emit('close');
  }

  private dispatch(): void {
    const { protocol } = this.url;
    if (protocol !== 'http:' && protocol !== 'https:') throw new Error(`net cannot request ${protocol}`);
    const open = protocol === 'https:' ? secure : plain;
    const sending = open(this.url, {
      method: this.options.method ?? 'GET',
      headers: this.headers,
      agent: agentsOf(this.options.session)[protocol],
    });
    this.sending = sending;
    let answered = false;
    sending.on('response', (response) => {
      answered = true;
      this.receive(response);
    });
    sending.on('error', (error) => {
      if (this.done || answered) return;
      // Chromium itself sends again when a kept connection turns out to be dead, whatever the method
      // (HttpNetworkTransaction::ShouldResendRequest), so this does too.
      if (sending.reusedSocket) this.dispatch();
      else void this.failFor(netError(error));
    });
    sending.end(Buffer.concat(this.body));
  }

  private receive(response: IncomingMessage): void {
    const { statusCode = 0, statusMessage = '', headers } = response;
    const { location } = headers;
    if (statusCode >= 300 && statusCode < 400 && location !== undefined) {
      const target = URL.canParse(location, this.url.href) ? new URL(location, this.url.href).href : location;
      this.emit('redirect', statusCode, this.options.method ?? 'GET', target, headers);
      this.fail(new Error('Redirect was cancelled'));
      return;
    }
    const answer = Object.assign(new PassThrough(), { statusCode, statusMessage, headers });
    answer.on('error', () => {});
    response.on('error', () => {
      if (this.done) return;
      const name = headers['content-length'] === undefined ? 'INCOMPLETE_CHUNKED_ENCODING' : 'CONTENT_LENGTH_MISMATCH';
      const error = new Error(`net::ERR_${name}`);
      answer.destroy(error);
      this.fail(error);
    });
    response.on('end', () => {
      this.done = true;
      this.emit('close');
    });
    this.emit('response', answer);
    response.pipe(answer);
  }

  private async failFor(error: Error): Promise<void> {
    if (error.message.startsWith('net::ERR_CERT_')) await showTurnedDown(this.options.session, this.url, error.message);
    this.fail(error);
  }

  private fail(error: Error): void {
    if (this.done) return;
    this.done = true;
    this.sending?.destroy();
    this.emit('error', error);
    this.emit('close');
  }
}

export const net = only('net', {
  /** As Electron's: a network is there, which says nothing about what can be reached. */
  isOnline: () => Object.values(networkInterfaces()).some((addresses) => addresses?.some(({ internal }) => !internal)),
  request: (options: ClientRequestConstructorOptions) => only('ClientRequest', new ClientRequest(options)),
});
