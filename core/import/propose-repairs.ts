import { looseFold } from '../checks/loose-text.ts';
import type { BoundRow } from './bind-rows.ts';
import { joinsSeamlessly } from './bound-text.ts';
import { IdForms } from './id-forms.ts';
import type { Damage, ImportComparison, ProposedRepair } from './import-comparison.ts';
import type { KnownList } from './import-plan.ts';
import type { ColumnBinding } from './import-table.ts';
import { JoinedIds } from './joined-ids.ts';
import { linkByName } from './link-by-name.ts';
import { DamageIndex } from './spreadsheet-damage.ts';

type Suspect = ImportComparison['suspects']['first'][number];

interface Proposals {
  readonly repairs: readonly ProposedRepair[];
  /** Looks damaged, and fits none of the list, or several. */
  readonly suspects: readonly Suspect[];
  /** The same name as a reader of the list that the file does not have: one reader, or a new one. */
  readonly links: readonly ProposedRepair[];
}

/**
 * The ids of the file that a program seems to have damaged. A repair is proposed where exactly one id of the list
 * fits that the file does not have as well, or one of several that has the name too. An id of several columns, as
 * `idBinding` joins them, is compared part by part.
 */
export function proposeRepairs(
  rows: readonly BoundRow[],
  known: KnownList,
  places: ReadonlyMap<string, number>,
  idBinding: ColumnBinding | undefined,
): Proposals {
  const inFile = new Set(rows.map(({ id }) => id));
  // Only what the file does not have can be meant by another id: mostly that is little, or nothing.
  const missing = known.ids.slice(0, known.listed).filter((id) => !inFile.has(id));
  const originsOf = damageOrigins(missing, idBinding);
  const knownName = (id: string) => known.names[places.get(id) ?? -1] ?? '';
  const repairs: ProposedRepair[] = [];
  const suspects: Suspect[] = [];
  const strangers: (BoundRow & { readonly name: string })[] = [];
  for (const row of rows) {
    const { line, id, name } = row;
    if (id === '' || places.has(id)) continue;
    const origins = originsOf(row);
    const proposed = origins ? onlyOne(origins.ids, row, knownName) : undefined;
    if (origins && proposed !== undefined) {
      const { damage } = origins;
      repairs.push({ line, damage, found: id, proposed, name: name ?? '', knownName: knownName(proposed) });
    } else {
      if (origins) suspects.push({ line, damage: origins.damage, found: id, name: name ?? '' });
      if (name !== null) strangers.push({ ...row, name });
    }
  }
  const repaired = new Set(repairs.map(({ proposed }) => proposed));
  const left = missing.filter((id) => !repaired.has(id)).map((id) => ({ id, name: knownName(id) }));
  const links = linkByName(strangers, left).map(
    ([{ line, id, name }, reader]): ProposedRepair => ({
      line,
      damage: 'same name',
      found: id,
      proposed: reader.id,
      name,
      knownName: reader.name,
    }),
  );
  const linked = new Set(links.map(({ line }) => line));
  return { repairs, suspects: suspects.filter(({ line }) => !linked.has(line)), links };
}

const mostNamed = 50;

function onlyOne(ids: readonly string[], { name }: BoundRow, knownName: (id: string) => string): string | undefined {
  // A name is looked for among a few, not among thousands for each of thousands of rows.
  if (ids.length > mostNamed) return undefined;
  if (ids.length < 2 || name === null) return ids.length === 1 ? ids[0] : undefined;
  const fold = looseFold(name);
  const named = ids.filter((id) => looseFold(knownName(id)) === fold);
  return named.length === 1 ? named[0] : undefined;
}

type Origins = { readonly damage: Damage; readonly ids: readonly string[] } | null;

/** How damaged ids are looked up among these. Without a separator only the file can tell an id's columns. */
function damageOrigins(missing: readonly string[], idBinding: ColumnBinding | undefined): (row: BoundRow) => Origins {
  const byDigits = digitOrigins(missing, idBinding);
  const isJoined = idBinding !== undefined && idBinding.columns.length > 1 && !joinsSeamlessly(idBinding);
  const partsOf = (id: string) => (isJoined ? id.split(idBinding.separator) : [id]);
  let forms: IdForms | null = null;
  return (row) => {
    const origins = byDigits(row);
    if (origins && origins.ids.length > 0) return origins;
    forms ??= new IdForms(missing, partsOf);
    return forms.originsOf(row.id) ?? origins;
  };
}

function digitOrigins(missing: readonly string[], idBinding: ColumnBinding | undefined): (row: BoundRow) => Origins {
  if (idBinding && joinsSeamlessly(idBinding)) {
    const joined = new JoinedIds(missing);
    return ({ id, idParts }) => joined.originsOf(idParts ?? [id]);
  }
  const index = new DamageIndex(missing, idBinding);
  return ({ id }) => index.originsOf(id);
}
