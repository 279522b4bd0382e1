import { expect, test } from 'vitest';
import { createLanes } from './queue.ts';

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
  const lanes = createLanes();
  const [first, second] = [lanes.run('a', job('first')), lanes.run('a', job('second'))];
  void lanes.run('b', job('elsewhere'));
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
  const lanes = createLanes();
  const failing = lanes.run('a', () => Promise.reject(new Error('broken')));
  const next = lanes.run('a', async () => 'done');
  await expect(failing).rejects.toThrow('broken');
  expect(await next).toBe('done');
});

test('the end of what there is can be waited for', async () => {
  const { job, end } = jobs();
  const lanes = createLanes();
  void lanes.run('a', job('one'));
  void lanes.run('b', job('other'));
  const ended: string[] = [];
  const waits = [
    lanes.ended('a').then(() => ended.push('a')),
    lanes.ended().then(() => ended.push('all')),
    lanes.ended('c').then(() => ended.push('none')),
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
