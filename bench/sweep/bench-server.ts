import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { z } from 'zod';
import { root } from '../../scripts/run.mjs';

export interface BenchServer {
  readonly baseUrl: string;
  readonly token: string;
}

const address = z.object({ baseUrl: z.string(), token: z.string() });

/** Runs `work` with a server of the simulated Camio in another process. */
export async function withServer<T>(args: readonly string[], work: (server: BenchServer) => Promise<T>): Promise<T> {
  const child = spawn(process.execPath, [join(root, 'dist/bench/server-child.js'), ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise((resolve) => child.once('close', resolve));
  try {
    for await (const line of createInterface({ input: child.stdout })) {
      return await work(address.parse(JSON.parse(line)));
    }
    throw new Error('The server ended before it said where it is.');
  } finally {
    child.kill();
    await ended;
  }
}
