import type { BoundRow } from './bind-rows.ts';
import type { ImportComparison, ProposedRepair } from './import-comparison.ts';
import type { KnownList } from './import-plan.ts';
import { DamageIndex, visibleDamage } from './spreadsheet-damage.ts';

type Suspect = ImportComparison['suspects']['first'][number];

/**
 * The ids of the file that a spreadsheet seems to have damaged. A repair is proposed where exactly one id of the list
 * fits that the file does not have as well; what else looks damaged is a suspect.
 */
export function proposeRepairs(
  rows: readonly BoundRow[],
  known: KnownList,
  places: ReadonlyMap<string, number>,
): { readonly repairs: ProposedRepair[]; readonly suspects: Suspect[] } {
  const inFile = new Set(rows.map(({ id }) => id));
  const index = new DamageIndex(known.ids.slice(0, known.listed));
  const repairs: ProposedRepair[] = [];
  const suspects: Suspect[] = [];
  for (const { line, id, name } of rows) {
    if (places.has(id)) continue;
    const origins = index.originsOf(id);
    if (!origins) continue;
    const [proposed, ...others] = origins.ids.filter((origin) => !inFile.has(origin));
    if (proposed !== undefined && others.length === 0) {
      const knownName = known.names[places.get(proposed) ?? -1] ?? '';
      repairs.push({ line, damage: origins.damage, found: id, proposed, name: name ?? '', knownName });
    } else if (visibleDamage(id)) {
      suspects.push({ line, damage: origins.damage, found: id, name: name ?? '' });
    }
  }
  return { repairs, suspects };
}
