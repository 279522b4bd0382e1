/** What a kill test draws by: KILL_SEED to run it again as it went, else any. */
export const killSeed = Number(process.env.KILL_SEED ?? Math.floor(Math.random() * 1e9));

/** Draws whole numbers from 0 up to `limit`, the same row of them for the same seed. */
export function drawFrom(seed: number): (limit: number) => number {
  let drawn = seed;
  return (limit) => {
    drawn = (Math.imul(drawn, 1_103_515_245) + 12_345) >>> 0;
    return (drawn >>> 8) % limit;
  };
}
