import { describe, expect, it } from 'vitest';
import { cases } from '../../core/testing/cases.ts';
import { cutPower, cutRecovery, failCalls, takeFilesAway } from '../testing/durability-laws.ts';
import { diskModels } from '../testing/power-cut.ts';
import { installRecorder } from '../testing/recorded-disk.ts';
import { withoutElectron } from '../testing/without-electron.ts';

// Before the stores are loaded: a library keeps the functions of node:fs that it finds.
installRecorder();
withoutElectron();
const { durableStores } = await import('../testing/durable-stores.ts');

/** DISK_SEED to run it again as it went, else any. */
const seed = Number(process.env.DISK_SEED ?? Math.floor(Math.random() * 1e9));
/** Every so many-th operation is cut or made to fail; all of them in the long run. */
const each = cases(151, 1);

describe(`every store (seed ${seed})`, () => {
  it.each(durableStores)('$name: a power cut takes nothing that was acknowledged', async (store) => {
    for (const model of diskModels) {
      const { wrong } = await cutPower(store, model, { draws: cases(1, 9), each, seed });
      expect(wrong.slice(0, 3)).toEqual([]);
    }
  });

  it.each(durableStores)('$name: a call that fails loses and doubles nothing', async (store) => {
    const { wrong } = await failCalls(store, { each, seed });
    expect(wrong.slice(0, 3)).toEqual([]);
  });

  it.each(durableStores)('$name: files that are taken away while it is open', async (store) => {
    for (const how of ['removed', 'replaced'] as const) {
      const { wrong } = await takeFilesAway(store, how);
      expect(wrong).toEqual([]);
    }
  });

  it.each(durableStores)('$name: a power cut while a damaged file is mended', async (store) => {
    const { wrong } = await cutRecovery(store, { damages: cases(1, 20), seed });
    expect(wrong.slice(0, 3)).toEqual([]);
  });
});
