import { accepted } from '../measure/accepted.ts';
import { connectionId, storeIn } from './open-draft.ts';

// node dist/bench/open-child.js <folder>
// Opens a draft as a freshly started main does, with nothing compiled yet, and prints how long that took, in milliseconds.

const store = storeIn(process.argv[2] ?? '');
const startedAt = performance.now();
const { draft } = accepted(await store.open(connectionId));
console.log(JSON.stringify({ tookMs: performance.now() - startedAt, readers: draft.rows.length, seq: draft.seq }));
