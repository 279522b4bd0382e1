import type { BoundRow } from './bind-rows.ts';
import type { KnownList } from './import-plan.ts';

/**
 * Rows of cameras whose file has no ids, under the ids of the cameras that have their names. A name that no camera has,
 * or several, stays the id.
 */
export function camerasByName(rows: readonly BoundRow[], { ids, names }: KnownList): BoundRow[] {
  const known = new Set(ids);
  const byName = new Map<string, string | null>();
  names.forEach((name, place) => {
    byName.set(name, byName.has(name) ? null : (ids[place] ?? null));
  });
  return rows.map((row) => {
    const id = known.has(row.id) ? row.id : (byName.get(row.id) ?? row.id);
    return id === row.id ? row : { ...row, id };
  });
}
