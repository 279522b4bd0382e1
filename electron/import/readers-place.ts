import type { Draft, DraftAction } from '../../core/draft/draft.ts';
import type { ImportPlan, KnownList } from '../../core/import/import-plan.ts';
import { fail, ok } from '../../core/result.ts';
import { outOfStep } from '../draft/draft-notices.ts';
import type { DraftStore } from '../draft/draft-store.ts';
import type { ImportPlace } from './import-place.ts';

/** The draft as a place for an import. */
export function readersPlace(drafts: Pick<DraftStore, 'current' | 'apply'>): ImportPlace {
  return {
    async look(connectionId) {
      const current = await drafts.current(connectionId);
      if (!current.ok) return current;
      const draft = current.value;
      const { known, rows } = knownReaders(draft);
      return ok({
        known,
        async apply(seq, plan) {
          if (seq !== draft.seq) return fail(outOfStep());
          const applied = await drafts.apply(connectionId, seq, importAction(plan, rows));
          return applied.ok ? ok(undefined) : applied;
        },
      });
    },
  };
}

/** The draft's readers, then those of Camio's that were taken out of it; `rows` says which row each is on. */
function knownReaders({ rows: all }: Draft): { readonly known: KnownList; readonly rows: readonly number[] } {
  const ids: string[] = [];
  const names: string[] = [];
  const rows: number[] = [];
  const put = (reader: { readonly id: string; readonly name: string }, row: number) => {
    ids.push(reader.id);
    names.push(reader.name);
    rows.push(row);
  };
  all.forEach(({ mine }, row) => {
    if (mine) put(mine, row);
  });
  const listed = ids.length;
  all.forEach(({ base, mine }, row) => {
    if (base && !mine) put(base, row);
  });
  return { known: { ids, names, sites: null, listed }, rows };
}

function importAction(plan: ImportPlan, rows: readonly number[]): DraftAction {
  const rowOf = (place: number) => {
    const row = rows[place];
    if (row === undefined) throw new Error(`An import plans for place ${place} of ${rows.length}.`);
    return row;
  };
  return {
    kind: 'import',
    names: plan.changed.map(({ place, name }) => ({ row: rowOf(place), name })),
    readers: plan.added.map(({ site: _, ...reader }) => reader),
    removed: plan.removed.map(rowOf),
  };
}
