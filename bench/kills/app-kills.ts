import { setTimeout as delay } from 'node:timers/promises';
import { type Draft, draftReaders, replay, startDraft } from '../../core/draft/draft.ts';
import { readDraftParts } from '../../core/draft/draft-parts.ts';
import type { Reader } from '../../core/readers/reader.ts';
import { simulatorState } from '../../core/simulator/simulator.ts';
import { launchApp } from '../../e2e/launch/launch.ts';
import type { LaunchedApp } from '../../e2e/launch/launched-app.ts';
import { startSimulatorServer } from '../../electron/practice/simulator-server.ts';
import { type KillTally, noKills } from './kill-tally.ts';
import { editInPage, openInPage, type PlannedRename } from './page-edits.ts';
import { hasSetAside } from './set-aside.ts';

const readers: readonly Reader[] = Array.from({ length: 50 }, (_, index) => ({ id: `${index}`, name: 'Door' }));
const token = 'bench-token';

/** Kills fall anywhere in this time after the first acknowledged edit. */
const killWithinMs = 400;
/** More than are done before the kill. */
const editsPerRun = 400;
const pushEvery = 10;
/** Long names fill a journal quickly, so that compactions fall into the short life of each run. */
const namePadding = 'x'.repeat(5_000);

/**
 * Kills the real app, main process and window, while its window edits and pushes to a simulated Camio; each start opens the
 * draft the last kill left.
 */
export async function killApp(userDataDir: string, kills: number): Promise<KillTally> {
  const camio = await startSimulatorServer({ state: simulatorState(readers), token });
  const tally = noKills();
  // The draft as it must be after the edits so far, taken along from kill to kill.
  let expected = startDraft({ readers, readAt: '2026-01-05T08:00:00.000Z' });
  let saved = 0;
  try {
    for (;;) {
      const app = await launchApp({ userDataDir });
      const opened = await app.page.evaluate(openInPage, { baseUrl: camio.baseUrl, token });
      const draft = opened ? readDraftParts(opened.parts) : null;
      if (draft) {
        tally.lost += Math.max(0, saved - draft.seq);
        expected = replay(
          expected,
          plannedBetween(expected.seq, draft.seq).map((name) => ({ kind: 'rename', names: [name] })),
        );
      }
      if (!draft || !isSameList(draft, expected) || (await hasSetAside(userDataDir))) tally.unreadable += 1;
      if (!opened || !draft || tally.kills === kills) {
        await app.close();
        if (!camio.received.some(({ method }) => method === 'POST')) throw new Error('No push reached Camio.');
        return tally;
      }
      saved = await editUntilKilled(app, opened.connectionId, draft.seq);
      tally.kills += 1;
      tally.acknowledged += Math.max(0, saved - draft.seq);
    }
  } finally {
    await camio.close();
  }
}

/** Lets the window edit until some moment. Answers the last `seq` it was told is on disk. */
async function editUntilKilled(app: LaunchedApp, connectionId: string, seq: number): Promise<number> {
  let saved = seq;
  const firstSaved = new Promise<void>((resolve) => {
    app.page.on('console', (message) => {
      const text = message.text();
      if (!text.startsWith('bench saved ')) return;
      saved = Math.max(saved, Number(text.slice('bench saved '.length)));
      resolve();
    });
  });
  let killed = false;
  const renames = plannedBetween(seq, seq + editsPerRun);
  const ended = app.page.evaluate(editInPage, { connectionId, seq, renames, pushEvery }).then(
    (reason) => Promise.reject(new Error(`The edits ended before the kill: ${reason}`)),
    // The page goes with the kill.
    (error: unknown) => (killed ? undefined : Promise.reject(error)),
  );
  const killing = firstSaved.then(async () => {
    await delay(Math.random() * killWithinMs);
    killed = true;
    await app.kill();
  });
  await Promise.race([killing, ended]);
  await Promise.all([killing, ended]);
  return saved;
}

/** The planned edits of a draft from one `seq` to another. */
function plannedBetween(from: number, to: number): PlannedRename[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, index) => {
    const seq = from + index;
    return { row: seq % readers.length, name: `Name ${seq} ${namePadding}` };
  });
}

function isSameList(draft: Draft, expected: Draft): boolean {
  return JSON.stringify(draftReaders(draft)) === JSON.stringify(draftReaders(expected));
}
