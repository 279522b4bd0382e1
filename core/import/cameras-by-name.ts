import type { BoundRow } from './bind-rows.ts';
import type { KnownList } from './import-plan.ts';

/**
 * Rows of cameras that have no id, under the ids of the cameras with their name and site, or under new ones made of
 * them. `several` are the lines of which nobody knows which camera of the plan is meant. A line in `takenIn` is a camera of
 * its own, although another has its name and site.
 */
export function camerasByName(
  rows: readonly BoundRow[],
  known: KnownList,
  takenIn: ReadonlySet<number>,
): { readonly rows: BoundRow[]; readonly several: ReadonlySet<number> } {
  const byName = new Map<string, number[]>();
  known.names.forEach((name, place) => {
    const others = byName.get(name);
    if (others) others.push(place);
    else byName.set(name, [place]);
  });
  const taken = new Set([...known.ids, ...rows.map(({ id }) => id)]);
  const ofKey = new Map<string, string>();
  const several = new Set<number>();

  const named = rows.map((row) => {
    if (row.id !== '' || row.name === null) return row;
    const key = JSON.stringify([row.name, row.site]);
    const before = ofKey.get(key);
    if (before !== undefined && !takenIn.has(row.line)) return { ...row, id: before, isNamedById: true };
    const places = before === undefined ? placesFor(row.name, row.site ?? '') : [];
    if (places.length > 1) several.add(row.line);
    const [place] = places;
    const id = place === undefined ? newId(row.name, row.site ?? '') : (known.ids[place] ?? '');
    taken.add(id);
    ofKey.set(key, id);
    return { ...row, id, isNamedById: true };
  });
  return { rows: named, several };

  /** Cameras of the plan with this name: those of this site, or those without one. Without a site in the file, all. */
  function placesFor(name: string, site: string): readonly number[] {
    const places = byName.get(name) ?? [];
    if (site === '' || !known.sites) return places;
    const { sites } = known;
    const there = places.filter((place) => sites[place] === site);
    return there.length > 0 ? there : places.filter((place) => (sites[place] ?? '') === '');
  }

  function newId(name: string, site: string): string {
    const wanted = !taken.has(name) || site === '' ? name : `${name} (${site})`;
    let id = wanted;
    for (let number = 2; taken.has(id); number += 1) id = `${wanted} (${number})`;
    return id;
  }
}
