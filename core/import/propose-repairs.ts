import type { BoundRow } from './bind-rows.ts';
import type { ImportComparison, ProposedRepair } from './import-comparison.ts';
import type { KnownList } from './import-plan.ts';
import type { ColumnBinding } from './import-table.ts';
import { DamageIndex } from './spreadsheet-damage.ts';

type Suspect = ImportComparison['suspects']['first'][number];

/**
 * The ids of the file that a spreadsheet seems to have damaged. A repair is proposed where exactly one id of the list
 * fits that the file does not have as well; what else looks damaged, or fits several, is a suspect. An id of several columns, as
 * `idBinding` joins them, is compared part by part.
 */
export function proposeRepairs(
  rows: readonly BoundRow[],
  known: KnownList,
  places: ReadonlyMap<string, number>,
  idBinding: ColumnBinding | undefined,
): { readonly repairs: ProposedRepair[]; readonly suspects: Suspect[] } {
  const inFile = new Set(rows.map(({ id }) => id));
  // Only what the file does not have can be meant by another id: mostly that is little, or nothing.
  const missing = known.ids.slice(0, known.listed).filter((id) => !inFile.has(id));
  const index = new DamageIndex(missing, idBinding);
  const repairs: ProposedRepair[] = [];
  const suspects: Suspect[] = [];
  for (const { line, id, name } of rows) {
    if (places.has(id)) continue;
    const origins = index.originsOf(id);
    if (!origins) continue;
    const [proposed] = origins.ids;
    if (proposed !== undefined && origins.ids.length === 1) {
      const knownName = known.names[places.get(proposed) ?? -1] ?? '';
      repairs.push({ line, damage: origins.damage, found: id, proposed, name: name ?? '', knownName });
    } else {
      suspects.push({ line, damage: origins.damage, found: id, name: name ?? '' });
    }
  }
  return { repairs, suspects };
}
