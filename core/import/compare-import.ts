import { readerIssues } from '../checks/validate.ts';
import { parseFields } from '../export/csv.ts';
import type { Reader } from '../readers/reader.ts';
import type { BoundRow } from './bind-rows.ts';
import { firstOf } from './first-of.ts';
import type { ComparedRow, ImportChoices, ImportComparison, RowError, RowErrorCode } from './import-comparison.ts';
import type { ImportPlan, KnownList } from './import-plan.ts';
import type { ColumnBinding } from './import-table.ts';
import { proposeRepairs } from './propose-repairs.ts';

/**
 * What an import would do to the list, and the plan that does it. Rows with errors are in neither. `idBinding` is how the
 * rows' ids were made, to look for damage part by part; without it they are compared whole.
 */
export function compareImport(
  rows: readonly BoundRow[],
  known: KnownList,
  { mode, repairs: confirmed }: Pick<ImportChoices, 'mode' | 'repairs'>,
  idBinding?: ColumnBinding,
): { readonly comparison: ImportComparison; readonly plan: ImportPlan } {
  const places = placesOf(known);
  const { repairs, suspects } = proposeRepairs(rows, known, places, idBinding);
  const repaired = withRepairs(rows, repairs, confirmed);
  const { sound, errors } = withoutErrors(repaired);

  const added: ComparedRow[] = [];
  const renamed: ComparedRow[] = [];
  const missing: ComparedRow[] = [];
  const changes: ImportPlan['changed'][number][] = [];
  const additions: ImportPlan['added'][number][] = [];
  let unchanged = 0;
  for (const row of sound) {
    const { line, id } = row;
    const place = places.get(id);
    if (place === undefined) {
      added.push({ line, id, name: row.name ?? '', nameBefore: null });
      additions.push(newEntry(row));
      continue;
    }
    const isListed = place < known.listed;
    const before = known.names[place] ?? '';
    const name = row.name ?? before;
    const siteBefore = known.sites?.[place] ?? '';
    const site = row.site === null || row.site === '' ? siteBefore : row.site;
    if (isListed && name === before && site === siteBefore) {
      unchanged += 1;
      continue;
    }
    if (isListed) renamed.push({ line, id, name, nameBefore: before });
    else added.push({ line, id, name, nameBefore: null });
    changes.push({ place, name, site });
  }

  // A row with an error says nothing to go by, but what it names is not missing.
  const inFile = new Set(repaired.map(({ id }) => id));
  const removed: number[] = [];
  for (let place = 0; place < known.listed; place += 1) {
    const id = known.ids[place] ?? '';
    if (inFile.has(id)) continue;
    missing.push({ line: 0, id, name: '', nameBefore: known.names[place] ?? '' });
    removed.push(place);
  }
  return {
    comparison: {
      added: firstOf(added),
      renamed: firstOf(renamed),
      unchanged,
      missing: firstOf(missing),
      errors: firstOf(errors),
      repairs: { ...firstOf(repairs), lines: repairs.map(({ line }) => line) },
      suspects: firstOf(suspects),
    },
    plan: { changed: changes, added: additions, removed: mode === 'replace' ? removed : [] },
  };
}

/** Where each id is in the known list. What is in the list comes before what was taken out, the first before others. */
function placesOf({ ids }: KnownList): Map<string, number> {
  const places = new Map<string, number>();
  ids.forEach((id, place) => {
    if (!places.has(id)) places.set(id, place);
  });
  return places;
}

function withRepairs(
  rows: readonly BoundRow[],
  repairs: readonly { readonly line: number; readonly proposed: string }[],
  confirmed: readonly number[],
): readonly BoundRow[] {
  if (confirmed.length === 0) return rows;
  const lines = new Set(confirmed);
  const ids = new Map(repairs.filter(({ line }) => lines.has(line)).map(({ line, proposed }) => [line, proposed]));
  return rows.map((row) => {
    const id = ids.get(row.line);
    return id === undefined ? row : { ...row, id };
  });
}

/**
 * The rows that can be imported. Of equal rows one is left; rows that give one id different names are errors all of
 * them, since nobody knows which of them is right.
 */
function withoutErrors(rows: readonly BoundRow[]): { readonly sound: BoundRow[]; readonly errors: RowError[] } {
  const firstOfId = new Map<string, BoundRow>();
  const clashing = new Map<string, BoundRow>();
  for (const row of rows) {
    const first = firstOfId.get(row.id);
    if (!first) firstOfId.set(row.id, row);
    else if (!clashing.has(row.id) && !saysTheSame(first, row)) clashing.set(row.id, row);
  }
  const sound: BoundRow[] = [];
  const errors: RowError[] = [];
  for (const row of rows) {
    const code = ownError(row);
    const first = firstOfId.get(row.id);
    const clash = clashing.get(row.id);
    if (code) errors.push(errorOf(row, code, null));
    else if (clash) errors.push(errorOf(row, 'id repeats', (row === first ? clash : (first ?? clash)).line));
    else if (row === first) sound.push(row);
  }
  return { sound, errors };
}

function errorOf({ line, id, name }: BoundRow, code: RowErrorCode, otherLine: number | null): RowError {
  return { line, code, id, name: name ?? '', otherLine };
}

function saysTheSame(a: BoundRow, b: BoundRow): boolean {
  return a.name === b.name && a.site === b.site && a.otherFields === b.otherFields;
}

/** What would block a push of this row by itself. */
function ownError({ id, name, otherFields }: BoundRow): RowErrorCode | null {
  for (const { code } of readerIssues({ id, name: name ?? '' })) {
    if (code === 'empty id' || code === 'control character' || code === 'broken character' || code === 'too long') {
      return code;
    }
  }
  return otherFields !== '' && parseFields(otherFields) === undefined ? 'other fields are not JSON' : null;
}

function newEntry({ id, name, site, otherFields }: BoundRow): Reader & { readonly site: string } {
  const extra = otherFields === '' ? undefined : parseFields(otherFields);
  return { id, name: name ?? '', site: site ?? '', ...(extra && { extra }) };
}
