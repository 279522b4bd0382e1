import type { DraftAction } from '../../core/draft/draft.ts';
import { campusReaders } from '../../core/simulator/campus.ts';
import { createDraftStore, type DraftStore } from '../../electron/draft/draft-store.ts';
import { accepted } from '../measure/accepted.ts';

/** The one connection of these benchmarks. */
export const connectionId = 'bench';

/** A store whose only draft lies in `folder`. */
export function storeIn(folder: string, compactAfterBytes?: number): DraftStore {
  return createDraftStore({
    connections: { folder: () => folder },
    ...(compactAfterBytes === undefined ? {} : { compactAfterBytes }),
  });
}

/** A store in `folder` with a draft of so many readers on disk. Answers its `seq`, too. */
export async function storeWith(folder: string, readers: number, compactAfterBytes?: number) {
  const store = storeIn(folder, compactAfterBytes);
  const remote = { readers: campusReaders(readers), readAt: new Date().toISOString() };
  const { seq } = accepted(await store.rebase(connectionId, remote));
  return { store, seq };
}

/** An edit as a person makes it; no two in a row are of the same reader. */
export function renameAt(seq: number, readers: number): DraftAction {
  return { kind: 'rename', names: [{ row: (seq * 7_919) % readers, name: `North Campus – Renamed door ${seq}` }] };
}
