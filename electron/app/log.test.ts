import { once } from 'node:events';
import { connect, createServer } from 'node:net';
import { PassThrough } from 'node:stream';
import { expect, it, vi } from 'vitest';
import { createLog } from './log.ts';

it('says when, what and why', () => {
  const output = new PassThrough({ encoding: 'utf8' });
  createLog(output)('A link was not opened.', 'no browser');
  expect(output.read()).toMatch(/^\d{4}-\d{2}-\d{2}T[\d:.]+Z A link was not opened\. no browser\n$/);
});

it('goes on where nobody reads the output any more', async () => {
  const server = createServer((reader) => reader.destroy()).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port.');
  // As the pipe to a terminal: that its other end is gone shows only at the next writing.
  const output = connect({ port: address.port, allowHalfOpen: true });
  const log = createLog(output);
  const closed = vi.fn();
  output.on('close', closed);
  output.resume();
  await once(output, 'end');
  await vi.waitFor(() => {
    log('One more line.');
    expect(closed).toHaveBeenCalled();
  });
  log('And one more.');
  server.close();
});

it('keeps every entry, also one that nobody reads, and no fault of the output becomes a fault of the app', () => {
  const output = new PassThrough({ encoding: 'utf8' });
  const kept: string[] = [];
  const log = createLog(output, (entry) => {
    kept.push(entry);
    return null;
  });
  log('First.', new Error('why'));
  expect(() => output.emit('error', Object.assign(new Error('no space'), { code: 'ENOSPC' }))).not.toThrow();
  log('Second.');
  expect(kept).toEqual([
    expect.stringMatching(/Z First\. Error: why\n {4}at /),
    expect.stringContaining('The error output failed. Error: no space'),
    expect.stringMatching(/Z Second\.$/),
  ]);
  expect(output.read()).not.toContain('Second.');
});

it('says where it can be read that an entry was not kept', () => {
  const output = new PassThrough({ encoding: 'utf8' });
  createLog(output, () => new Error('disk full'))('First.');
  expect(output.read()).toMatch(/First\.\n.*The log file could not be written\. disk full\n$/);
});
