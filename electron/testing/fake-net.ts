import { EventEmitter } from 'node:events';
import { Agent, type ClientRequest, request } from 'node:http';
import type { Net } from '../camio/send.ts';

type NetOptions = Parameters<Net['request']>[0];

const chromiumNames: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'net::ERR_CONNECTION_REFUSED',
  ECONNRESET: 'net::ERR_CONNECTION_RESET',
  ENOTFOUND: 'net::ERR_NAME_NOT_RESOLVED',
};

/** Electron's `net` made of node:http, for tests that have no Electron: same events, same order, same error texts. */
export function nodeNet(agent = new Agent()): Net {
  return { request: (options) => new NodeNetRequest(options, agent) };
}

class NodeNetRequest extends EventEmitter {
  private outgoing: ClientRequest | null = null;
  private aborted = false;

  constructor(
    private readonly options: NetOptions,
    private readonly agent: Agent,
  ) {
    super();
  }

  end(body?: string): void {
    const { method, url, headers } = this.options;
    const outgoing = request(url, { method, headers, agent: this.agent });
    outgoing.on('error', (error) => this.fail(error));
    outgoing.on('response', (response) => {
      const status = response.statusCode ?? 0;
      const target = response.headers.location;
      if (status >= 300 && status < 400 && target !== undefined) {
        this.emit('redirect', status, method, new URL(target, url).href);
        this.fail(new Error('Redirect was cancelled'));
        outgoing.destroy();
      } else {
        // In Chromium a body that breaks off is an error of the request, too.
        response.on('error', (error) => this.fail(error));
        this.emit('response', response);
      }
    });
    outgoing.end(body);
    this.outgoing = outgoing;
  }

  abort(): void {
    this.aborted = true;
    this.outgoing?.destroy();
  }

  private fail(error: Error): void {
    const name = ('code' in error && chromiumNames[String(error.code)]) || error.message;
    if (!this.aborted) this.emit('error', new Error(name));
  }
}
