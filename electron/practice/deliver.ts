import type { ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { exhaustive } from '../../core/result.ts';
import type { Delivery } from '../../core/simulator/faults.ts';
import type { SimulatorAnswer } from '../../core/simulator/simulator.ts';

const hugeChunk = Buffer.alloc(64 * 1024, ' ');

/**
 * Sends an answer the way the simulator decided, faults included. Ends early where the other side has gone. What is held
 * waits for `letGo`.
 */
export async function deliver(delivery: Delivery, response: ServerResponse, letGo: () => Promise<void>): Promise<void> {
  switch (delivery.kind) {
    case 'whole':
      if (delivery.delayMs > 0) await sleep(delivery.delayMs, undefined, { ref: false });
      head(response, delivery.answer);
      response.end(delivery.answer.body);
      return;
    case 'held':
      await letGo();
      head(response, delivery.answer);
      response.end(delivery.answer.body);
      return;
    case 'clock off':
      head(response, delivery.answer, { date: new Date(Date.now() + delivery.aheadMs).toUTCString() });
      response.end(delivery.answer.body);
      return;
    case 'never':
      return;
    case 'reset':
      response.socket?.resetAndDestroy();
      return;
    case 'reset mid-body': {
      const body = Buffer.from(delivery.answer.body);
      head(response, delivery.answer, { 'content-length': String(body.length + 1) });
      response.write(body.subarray(0, Math.ceil(body.length / 2)), () => response.socket?.resetAndDestroy());
      return;
    }
    case 'slow': {
      const body = Buffer.from(delivery.answer.body);
      head(response, delivery.answer, { 'content-length': String(body.length) });
      for (let sent = 0; sent < body.length && !response.destroyed; sent += delivery.chunkBytes) {
        response.write(body.subarray(sent, sent + delivery.chunkBytes));
        await sleep(delivery.pauseMs, undefined, { ref: false });
      }
      response.end();
      return;
    }
    case 'huge':
      head(response, { status: 200, headers: { 'content-type': 'application/json' } });
      for (let sent = 0; sent < delivery.bytes && !response.destroyed; sent += hugeChunk.length) {
        if (!response.write(hugeChunk)) await drained(response);
      }
      response.end();
      return;
    default:
      exhaustive(delivery);
  }
}

function head(
  response: ServerResponse,
  answer: Pick<SimulatorAnswer, 'status' | 'headers'>,
  more: Readonly<Record<string, string>> = {},
): void {
  response.writeHead(answer.status, { ...answer.headers, ...more });
}

function drained(response: ServerResponse): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      response.off('drain', done);
      response.off('close', done);
      resolve();
    };
    response.on('drain', done);
    response.on('close', done);
  });
}
