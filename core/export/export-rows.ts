import type { Draft } from '../draft/draft.ts';
import { draftChanges } from '../draft/draft-changes.ts';
import { type ChangeKind, rowChange } from '../readers/change.ts';
import type { Reader } from '../readers/reader.ts';
import type { ExportList } from './export-choice.ts';

/** A reader to export. A removed one is shown as Camio has it. `nameInCamio` is null for one Camio does not have. */
export interface ExportRow {
  readonly change: ChangeKind | 'unchanged';
  readonly reader: Reader;
  readonly nameInCamio: string | null;
}

/**
 * What a list of the draft comes to, in order; null for Camio's list where it was never read. `selected` are row numbers,
 * for the selection; readers that were removed are not part of it, since they are not part of the draft's list.
 */
export function exportRows(draft: Draft, list: ExportList, selected: readonly number[]): ExportRow[] | null {
  const rows: ExportRow[] = [];
  const put = (base: Reader | null, mine: Reader | null, reader: Reader | null) => {
    const change = rowChange({ base, mine });
    if (reader && change) rows.push({ change, reader, nameInCamio: base?.name ?? null });
  };
  switch (list) {
    case 'draft':
      draft.rows.forEach(({ base, mine }) => {
        put(base, mine, mine);
      });
      return rows;
    case 'remote':
      if (draft.baseReadAt === null) return null;
      draft.rows.forEach(({ base }) => {
        put(base, base, base);
      });
      return rows;
    case 'selection':
      for (const number of selected) {
        const row = draft.rows.at(number);
        if (row) put(row.base, row.mine, row.mine);
      }
      return rows;
    case 'changes':
      for (const { base, mine } of draftChanges(draft)) put(base, mine, mine ?? base);
      return rows;
  }
}
