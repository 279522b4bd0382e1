import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { draftReaders, replay, startDraft } from '../../core/draft/draft.ts';
import { cases } from '../../core/testing/cases.ts';
import { type BuiltProgram, buildProgramOf } from '../testing/built-program.ts';
import { action, editUntilKilled, readers } from '../testing/draft-journal-child.ts';
import { drawFrom, killSeed } from '../testing/draws.ts';
import { createDraftStore } from './draft-store.ts';

let root: string;
let program: BuiltProgram;

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'reader-desk-kill-'));
  program = await buildProgramOf(join(import.meta.dirname, '../testing/draft-journal-child.ts'), editUntilKilled);
}, 60_000);

afterAll(() => Promise.all([program.remove(), rm(root, { recursive: true, force: true })]));

const draw = drawFrom(killSeed);
const kills = cases(20, 200);

/** Runs the editing process until it has said `lines` lines and then kills it; or, without a number, to its end. */
async function edit(command: readonly string[], lines: number | null): Promise<string[]> {
  const [file = '', ...args] = command;
  const child = spawn(file, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = new Promise((resolve) => child.once('close', resolve));
  const said: string[] = [];
  for await (const line of createInterface({ input: child.stdout })) {
    said.push(line);
    if (said.length === lines) child.kill('SIGKILL');
  }
  await ended;
  return said;
}

const lastSaved = (said: readonly string[]) =>
  Math.max(0, ...said.filter((line) => line.startsWith('saved ')).map((line) => Number(line.slice(6))));

async function reopen(folder: string) {
  const store = createDraftStore({ connections: { folder: () => folder } });
  const opened = await store.open('a');
  if (!opened.ok) throw new Error(opened.error.message);
  return { store, ...opened.value };
}

/** The list after all planned actions before `seq`. */
function planned(seq: number) {
  const start = startDraft({ readers, readAt: '2021-11-01T17:30:10.000Z' });
  const actions = Array.from({ length: seq - start.seq }, (_, index) => action(start.seq + index));
  return draftReaders(replay(start, actions));
}

describe('a draft whose program is killed', () => {
  it(
    `has every change that was acknowledged, ${kills} kills in a row (seed ${killSeed})`,
    async () => {
      const folder = join(root, 'killed');
      let saved = 0;
      for (let kill = 0; kill < kills; kill++) {
        const said = await edit([process.execPath, program.path, folder, '3000', 'with rebases'], 1 + draw(60));
        saved = Math.max(saved, lastSaved(said));
        const { draft, notices } = await reopen(folder);
        expect(draft.seq).toBeGreaterThanOrEqual(saved);
        expect(draftReaders(draft)).toEqual(planned(draft.seq));
        for (const { message } of notices) expect(message).toContain('every change that was shown as saved is there');
        saved = draft.seq;
      }
      expect(saved).toBeGreaterThan(20);
    },
    15_000 * kills,
  );

  it.skipIf(process.platform === 'win32')(
    'has what was acknowledged, and no more, where the disk filled up',
    async () => {
      const folder = join(root, 'full');
      // Files may not grow beyond 8 KiB, as on a disk with that much left: a write stops in the middle of a line.
      const limited = [
        'bash',
        '-c',
        'ulimit -f 8 && exec "$@"',
        'bash',
        process.execPath,
        program.path,
        folder,
        '1000000',
      ];
      const said = await edit(limited, null);
      expect(said.at(-1)).toMatch(/^refused (disk|draft-out-of-step)$/);
      expect(said).toContain('refused disk');
      const { store, draft, notices } = await reopen(folder);
      expect(notices).toEqual([]);
      expect(draft.seq).toBe(lastSaved(said));
      expect(draftReaders(draft)).toEqual(planned(draft.seq));
      const next = await store.apply('a', draft.seq, action(draft.seq));
      expect(next.ok).toBe(true);
      await store.close();
    },
    240_000,
  );
});
