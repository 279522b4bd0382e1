import { expect, it } from 'vitest';
import { inSlices } from './in-slices.ts';

/** Steps of a millisecond each. */
function* busy(steps: number): Generator<undefined, number> {
  for (let step = 0; step < steps; step += 1) {
    const until = performance.now() + 1;
    while (performance.now() < until);
    yield;
  }
  return steps;
}

it('lets others have their turn while it comes to its end', async () => {
  let turns = 0;
  const ticking = setInterval(() => {
    turns += 1;
  }, 0);
  const result = await new Promise<number>((done) => inSlices(busy(60), { done }));
  clearInterval(ticking);
  expect(result).toBe(60);
  expect(turns).toBeGreaterThan(2);
});

it('does nothing more once it was ended', async () => {
  let isDone = false;
  const end = inSlices(busy(20), {
    done: () => {
      isDone = true;
    },
  });
  end();
  await new Promise<number>((done) => inSlices(busy(30), { done }));
  expect(isDone).toBe(false);
});
