import { expect, test } from 'vitest';
import { createQueue, createQueues } from './queue.ts';

/** Jobs that end when they are told to, and the order in which they began. */
function jobs() {
  const begun: string[] = [];
  const ends = new Map<string, () => void>();
  const job = (name: string) => () => {
    begun.push(name);
    return new Promise<string>((resolve) => ends.set(name, () => resolve(name)));
  };
  return { begun, job, end: (name: string) => ends.get(name)?.() };
}

const settled = () => new Promise((resolve) => setImmediate(resolve));

test('a job begins when those before it on the same connection have ended', async () => {
  const { begun, job, end } = jobs();
  const queues = createQueues();
  const [first, second] = [queues.run('a', job('first')), queues.run('a', job('second'))];
  void queues.run('b', job('elsewhere'));
  await settled();
  expect(begun).toEqual(['first', 'elsewhere']);
  end('first');
  expect(await first).toBe('first');
  await settled();
  expect(begun).toEqual(['first', 'elsewhere', 'second']);
  end('second');
  expect(await second).toBe('second');
});

test('a job that fails is heard of by whoever asked for it, and holds up none after it', async () => {
  const queues = createQueues();
  const failing = queues.run('a', () => Promise.reject(new Error('broken')));
  const next = queues.run('a', async () => 'done');
  await expect(failing).rejects.toThrow('broken');
  expect(await next).toBe('done');
});

test('in one queue, too, a job that fails holds up none after it', async () => {
  const queue = createQueue();
  const failing = queue.run(() => Promise.reject(new Error('broken')));
  const next = queue.run(async () => 'done');
  await expect(failing).rejects.toThrow('broken');
  expect(await next).toBe('done');
  await queue.ended();
});

test('the end of what there is can be waited for', async () => {
  const { job, end } = jobs();
  const queues = createQueues();
  void queues.run('a', job('one'));
  void queues.run('b', job('other'));
  const ended: string[] = [];
  const waits = [
    queues.ended('a').then(() => ended.push('a')),
    queues.ended().then(() => ended.push('all')),
    queues.ended('c').then(() => ended.push('none')),
  ];
  await settled();
  expect(ended).toEqual(['none']);
  end('one');
  await settled();
  expect(ended).toEqual(['none', 'a']);
  end('other');
  await Promise.all(waits);
  expect(ended).toEqual(['none', 'a', 'all']);
});
