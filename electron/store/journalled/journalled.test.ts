import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { z } from 'zod';
import { ok } from '../../../core/result.ts';
import { Journalled } from './journalled.ts';
import type { JournalledFormat } from './journalled-format.ts';
import { journalledNotices } from './journalled-notices.ts';

interface Count {
  readonly seq: number;
}

/** Counts its actions, and has a bug. */
const countFormat: JournalledFormat<Count, 'more' | 'bug'> = {
  name: 'count',
  version: 1,
  parts: [],
  encode: ({ seq }) => ({ head: { seq }, lists: {} }),
  decode: (_version, data) => z.object({ seq: z.int() }).safeParse(data).data ?? null,
  empty: { seq: 0 },
  actionSchema: z.enum(['more', 'bug']),
  apply({ seq }, action) {
    if (action === 'bug') throw new Error('A bug.');
    return ok({ seq: seq + 1 });
  },
  notices: journalledNotices('count', { whenDamaged: '', whenLost: '' }),
};

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'reader-desk-count-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

async function opened() {
  const options = { now: () => new Date(), compactAfterBytes: 1_000_000 };
  const count = await Journalled.open(countFormat, folder, options);
  if (!count.ok) throw new Error(count.error.message);
  return count.value;
}

test('a bug in an action or a replacement is heard of by whoever asked for it, and holds up nothing', async () => {
  const count = await opened();
  expect(await count.apply(0, 'more')).toEqual(ok({ seq: 1 }));
  const broken = [
    count.apply(1, 'bug'),
    count.replace(() => {
      throw new Error('A bug.');
    }),
  ];
  const next = count.apply(1, 'more');
  const bug = { status: 'rejected', reason: new Error('A bug.') };
  expect(await Promise.allSettled(broken)).toEqual([bug, bug]);
  expect(await next).toEqual(ok({ seq: 2 }));
  await count.close();
  expect((await opened()).state).toEqual({ seq: 2 });
});
