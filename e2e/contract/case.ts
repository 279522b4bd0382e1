import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';

/** What Electron does, in one sentence, and the run that shows it. It rejects where that is not so. */
export interface ContractCase {
  readonly name: string;
  run(): Promise<void>;
}

/** Runs `use` with a server on loopback that answers by `listener`. */
export async function withServer(listener: RequestListener, use: (url: string) => Promise<void>): Promise<void> {
  const server = createServer(listener).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  try {
    await use(`http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`);
  } finally {
    server.closeAllConnections();
    server.close();
  }
}
