import type { BoundRow } from './bind-rows.ts';
import { joinsSeamlessly } from './bound-text.ts';
import type { ImportComparison, ProposedRepair } from './import-comparison.ts';
import type { KnownList } from './import-plan.ts';
import type { ColumnBinding } from './import-table.ts';
import { JoinedIds } from './joined-ids.ts';
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
  const originsOf = damageOrigins(missing, idBinding);
  const repairs: ProposedRepair[] = [];
  const suspects: Suspect[] = [];
  for (const row of rows) {
    const { line, id, name } = row;
    if (places.has(id)) continue;
    const origins = originsOf(row);
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

type Origins = ReturnType<DamageIndex['originsOf']>;

/** How damaged ids are looked up among these. Without a separator only the file can tell an id's columns. */
function damageOrigins(missing: readonly string[], idBinding: ColumnBinding | undefined): (row: BoundRow) => Origins {
  if (idBinding && joinsSeamlessly(idBinding)) {
    const joined = new JoinedIds(missing);
    return ({ id, idParts }) => (id === '' ? null : joined.originsOf(idParts ?? [id]));
  }
  const index = new DamageIndex(missing, idBinding);
  return ({ id }) => index.originsOf(id);
}
