import { startDraft } from '../../core/draft/draft.ts';
import { campusReaders } from '../../core/simulator/campus.ts';
import type { Figure } from '../measure/figure.ts';
import { short } from '../measure/samples.ts';

/** What a draft costs in memory per reader; the same at every size where it grows in step with the list. */
export function* draftMemory(sizes: readonly number[]): Generator<Figure> {
  const perReader = sizes.map((size) => heapBytes(size) / size);
  const [least, most] = [Math.min(...perReader), Math.max(...perReader)];
  const names = sizes.map((size) => size.toLocaleString('en')).join(' / ');
  yield {
    what: `memory of a draft per reader, ${names} readers`,
    target: 'largest ≤ 1.5 × smallest',
    measured: `${perReader.map((bytes) => Math.round(bytes)).join(' / ')} bytes (${short(most / least)} ×)`,
    peer: null,
    isMet: most <= 1.5 * least,
  };
}

/** The list comes as parsed text, as from Camio; nothing but the draft is left of it when the heap is read again. */
function heapBytes(size: number): number {
  collect();
  const before = process.memoryUsage().heapUsed;
  const draft = startDraft({ readers: parsedCampus(size), readAt: '2026-01-05T08:00:00.000Z' });
  collect();
  const after = process.memoryUsage().heapUsed;
  if (draft.rows.length !== size) throw new Error('The draft is not the list it was made of.');
  return after - before;
}

const parsedCampus = (size: number) => JSON.parse(JSON.stringify(campusReaders(size)));

function collect(): void {
  if (!globalThis.gc) throw new Error('Memory can only be measured with node --expose-gc.');
  globalThis.gc();
}
