import { readerIssues } from '../checks/validate.ts';
import { parseFields } from '../export/csv.ts';
import type { Reader } from '../readers/reader.ts';
import type { BoundRow } from './bind-rows.ts';
import { firstOf } from './first-of.ts';
import {
  type ComparedRow,
  type DoubtfulName,
  firstChoices,
  type ImportChoices,
  type ImportComparison,
  type LeftOutRow,
  type RowError,
  type RowErrorCode,
} from './import-comparison.ts';
import type { ImportPlan, KnownList } from './import-plan.ts';
import type { ColumnBinding, CountedLines, ImportTarget } from './import-table.ts';
import type { LeftOutLine } from './left-out-line.ts';
import { proposeRepairs } from './propose-repairs.ts';

/** What the comparison needs besides rows: the lines that are none, and what was not a row to begin with. */
export interface FileLines {
  readonly leftOut: readonly LeftOutLine[];
  readonly counted: CountedLines;
  /** Lines of cameras that may be one or another of the plan. */
  readonly several: ReadonlySet<number>;
  readonly target: ImportTarget;
  /** Of a longer list: what it does not have may well be there. */
  readonly isPart: boolean;
}

const noLines: FileLines = {
  leftOut: [],
  counted: { total: 0, header: 0, blank: 0, inside: 0 },
  several: new Set(),
  target: 'readers',
  isPart: false,
};

/**
 * What an import would do to the list, and the plan that does it. Rows with errors are in neither. `idBinding` is how the
 * rows' ids were made, to look for damage part by part; without it they are compared whole.
 */
export function compareImport(
  rows: readonly BoundRow[],
  known: KnownList,
  given: Pick<ImportChoices, 'mode' | 'repairs'> & Partial<ImportChoices>,
  idBinding?: ColumnBinding,
  file: FileLines = noLines,
): { readonly comparison: ImportComparison; readonly plan: ImportPlan } {
  const choices = { ...firstChoices, ...given };
  const { mode } = choices;
  const places = placesOf(known);
  const { repairs, suspects, links } = proposeRepairs(rows, known, places, idBinding);
  const repaired = withRepairs(rows, [...repairs, ...links], choices.repairs);
  const names = doubtfulNames(repaired, known, places);
  const { sound, errors, equal, setAside } = withoutErrors(withNames(repaired, names, choices), choices, file);

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

  // A row with an error, or that is left out, says nothing to go by, but what it names is not missing.
  const inFile = new Set(repaired.map(({ id }) => id));
  for (const { line, proposed } of [...repairs, ...links]) if (choices.leftOut.includes(line)) inFile.add(proposed);
  const removed: number[] = [];
  for (let place = 0; place < known.listed; place += 1) {
    const id = known.ids[place] ?? '';
    if (inFile.has(id)) continue;
    missing.push({ line: 0, id, name: '', nameBefore: known.names[place] ?? '' });
    removed.push(place);
  }
  const leftOut = leftOutRows(file, equal, choices.takenIn);
  const notTaken = leftOut.filter(({ isTakenIn }) => !isTakenIn).length + setAside;
  return {
    comparison: {
      added: firstOf(added),
      renamed: firstOf(renamed),
      unchanged,
      missing: firstOf(missing),
      errors: firstOf(errors),
      repairs: { ...firstOf(repairs), lines: repairs.map(({ line }) => line) },
      suspects: firstOf(suspects),
      links: { ...firstOf(links), lines: links.map(({ line }) => line) },
      names: {
        ...firstOf(names),
        lines: names.filter(({ isByItself }) => !isByItself).map(({ line }) => line),
      },
      leftOut: firstOf(leftOut),
      isPart: file.isPart,
      account: { ...file.counted, read: sound.length, leftOut: notTaken, errors: errors.length },
    },
    plan: { changed: changes, added: additions, removed: mode === 'replace' && !file.isPart ? removed : [] },
  };
}

function doubtfulNames(
  rows: readonly BoundRow[],
  known: KnownList,
  places: ReadonlyMap<string, number>,
): readonly DoubtfulName[] {
  return rows.flatMap(({ line, id, name, doubt }): readonly DoubtfulName[] => {
    if (!doubt || name === null) return [];
    const place = places.get(id);
    const nameBefore = place === undefined ? null : (known.names[place] ?? '');
    // The list has it like that already.
    if (nameBefore === name) return [];
    const isByItself = doubt.doubt === 'marker' || doubt.doubt === 'too many cells';
    return [{ line, id, found: name, ...doubt, isByItself, nameBefore }];
  });
}

/** The rows with the names that are proposed or were chosen; null says nothing about the name. */
function withNames(
  rows: readonly BoundRow[],
  names: readonly DoubtfulName[],
  { otherNames }: Pick<ImportChoices, 'otherNames'>,
): readonly NamedRow[] {
  if (names.length === 0) return rows;
  const others = new Set(otherNames);
  const byLine = new Map(names.map((name) => [name.line, name]));
  return rows.map((row) => {
    const doubtful = byLine.get(row.line);
    if (!doubtful) return row;
    const isAsProposed = doubtful.isByItself !== others.has(row.line);
    if (doubtful.doubt === 'too many cells') return isAsProposed ? row : { ...row, hasTooManyCells: true };
    if (!isAsProposed) return row;
    return { ...row, name: doubtful.proposed === '' ? null : doubtful.proposed };
  });
}

type NamedRow = BoundRow & { readonly hasTooManyCells?: boolean };

function leftOutRows(file: FileLines, equal: readonly EqualRow[], takenIn: readonly number[]): LeftOutRow[] {
  const taken = new Set(takenIn);
  const byReason = file.leftOut.map(
    ({ line, cells, reason }): LeftOutRow => ({
      line,
      cells,
      reason,
      otherLine: null,
      isTakenIn: taken.has(line),
      canBeTakenIn: true,
    }),
  );
  const isCamera = file.target === 'cameras';
  const doubles = equal.map(
    ({ row, otherLine }): LeftOutRow => ({
      line: row.line,
      cells: [row.id, row.name ?? ''],
      reason: 'equal line',
      otherLine,
      isTakenIn: false,
      canBeTakenIn: isCamera && row.isNamedById === true,
    }),
  );
  return [...byReason, ...doubles].sort((a, b) => a.line - b.line);
}

interface EqualRow {
  readonly row: BoundRow;
  readonly otherLine: number;
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
 * them, since nobody knows which of them is right. `setAside` counts the damaged ones that the person leaves out.
 */
function withoutErrors(
  rows: readonly NamedRow[],
  { leftOut }: Pick<ImportChoices, 'leftOut'>,
  { several }: FileLines,
): {
  readonly sound: BoundRow[];
  readonly errors: RowError[];
  readonly equal: EqualRow[];
  readonly setAside: number;
} {
  const without = new Set(leftOut);
  const taken = without.size === 0 ? rows : rows.filter(({ line }) => !without.has(line));
  const firstOfId = new Map<string, BoundRow>();
  const clashing = new Map<string, BoundRow>();
  for (const row of taken) {
    const first = firstOfId.get(row.id);
    if (!first) firstOfId.set(row.id, row);
    else if (!clashing.has(row.id) && !saysTheSame(first, row)) clashing.set(row.id, row);
  }
  const sound: BoundRow[] = [];
  const errors: RowError[] = [];
  const equal: EqualRow[] = [];
  for (const row of taken) {
    const code = several.has(row.line) ? 'several cameras' : ownError(row);
    const first = firstOfId.get(row.id);
    const clash = clashing.get(row.id);
    if (code) errors.push(errorOf(row, code, null));
    else if (clash) errors.push(errorOf(row, 'id repeats', (row === first ? clash : (first ?? clash)).line));
    else if (row === first) sound.push(row);
    else equal.push({ row, otherLine: first?.line ?? 0 });
  }
  return { sound, errors, equal, setAside: rows.length - taken.length };
}

function errorOf({ line, id, name }: BoundRow, code: RowErrorCode, otherLine: number | null): RowError {
  return { line, code, id, name: name ?? '', otherLine };
}

function saysTheSame(a: BoundRow, b: BoundRow): boolean {
  return a.name === b.name && a.site === b.site && a.otherFields === b.otherFields;
}

/** What would block a push of this row by itself. */
function ownError({ id, name, otherFields, hasTooManyCells }: NamedRow): RowErrorCode | null {
  if (hasTooManyCells) return 'too many cells';
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
