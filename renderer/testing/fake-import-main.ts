import { vi } from 'vitest';
import type { AppError } from '../../core/app-error.ts';
import type { ImportComparison } from '../../core/import/import-comparison.ts';
import type { ImportTable } from '../../core/import/import-table.ts';
import type { Events } from '../../core/ipc/contract.ts';
import type { ImportFileOutcome, ImportOutcome } from '../../core/ipc/import-calls.ts';
import { ok, type Result } from '../../core/result.ts';
import { type ImportApi, type ImportedList, ImportSession } from '../import/import-session.ts';

/** For tests: a file of a vendor with a title line, three rows and an id of two columns. */
export const panels: ImportTable = {
  fileName: 'panels.csv',
  bytes: 96,
  format: 'text',
  sheets: [],
  together: [],
  hidden: null,
  lists: [],
  readAs: { encoding: 'windows-1252', delimiter: ';', quotes: 'doubled', sheet: null, list: null, headerLine: 2 },
  detected: { encoding: 'windows-1252', delimiter: ';', quotes: 'doubled', sheet: null, list: null, headerLine: 2 },
  columns: [
    { header: 'PanelID', filled: 3 },
    { header: 'ReaderID', filled: 3 },
    { header: 'Bezeichnung', filled: 2 },
    { header: 'Etage', filled: 3 },
  ],
  rows: 3,
  firstLines: [
    { line: 1, cells: ['Leserliste'] },
    { line: 2, cells: ['PanelID', 'ReaderID', 'Bezeichnung', 'Etage'] },
    { line: 3, cells: ['7', '1', 'Tür Nord', 'EG'] },
    { line: 4, cells: ['7', '2', '', 'EG'] },
    { line: 5, cells: ['8', '1', 'Tür Süd', 'OG'] },
  ],
  linesAroundHeader: [],
  lastLine: 5,
  preview: [
    { line: 3, cells: ['7', '1', 'Tür Nord', 'EG'] },
    { line: 4, cells: ['7', '2', '', 'EG'] },
    { line: 5, cells: ['8', '1', 'Tür Süd', 'OG'] },
  ],
  notes: [{ code: 'blank lines skipped', lines: 1 }],
  mapping: {
    id: { columns: [1], separator: '' },
    name: { columns: [2], separator: '' },
    otherFields: null,
    site: null,
  },
  mappingFrom: 'guessed',
};

export const nothingFound: ImportComparison = {
  added: { total: 0, first: [] },
  renamed: { total: 0, first: [] },
  unchanged: 3,
  missing: { total: 0, first: [] },
  errors: { total: 0, first: [] },
  repairs: { total: 0, first: [], lines: [] },
  suspects: { total: 0, first: [] },
  links: { total: 0, first: [], lines: [] },
  names: { total: 0, first: [], lines: [] },
  leftOut: { total: 0, first: [] },
  isPart: false,
  account: { total: 5, header: 1, read: 3, leftOut: 1, errors: 0, blank: 0, inside: 0 },
};

export const twoAdded: ImportComparison = {
  ...nothingFound,
  added: {
    total: 2,
    first: [
      { line: 3, id: '7-1', name: 'Tür Nord', nameBefore: null },
      { line: 4, id: '7-2', name: '', nameBefore: null },
    ],
  },
  missing: { total: 1, first: [{ line: 0, id: '9', name: '', nameBefore: 'Roof' }] },
  unchanged: 1,
};

/** For tests: main's side of an import, with answers that a test sets or holds back. */
export function importStandIn() {
  let tell: (progress: Events['importProgress']) => void = () => {};
  const choose = vi.fn<ImportApi['import']['choose']>(
    async (): Promise<Result<ImportFileOutcome, AppError>> => ok({ kind: 'opened', table: panels }),
  );
  const read = vi.fn<ImportApi['import']['read']>(async (): Promise<Result<ImportTable, AppError>> => ok(panels));
  const compare = vi.fn<ImportApi['import']['compare']>(
    async (): Promise<Result<ImportComparison, AppError>> => ok(twoAdded),
  );
  const apply = vi.fn<ImportApi['import']['apply']>(
    async (): Promise<Result<ImportOutcome, AppError>> =>
      ok({ kind: 'imported', added: 2, renamed: 0, removed: 0, leftOut: 0 }),
  );
  const cancel = vi.fn<ImportApi['import']['cancel']>(async () => ok(undefined));
  const list = {
    target: 'readers',
    connectionId: 'harbor',
    settled: vi.fn(async () => 7),
    reload: vi.fn(async () => {}),
    offerUndo: () => ({ label: 'Undo', run: vi.fn() }),
  } satisfies ImportedList;
  const end = vi.fn<(outcome: ImportOutcome | null) => void>();
  const api: ImportApi = {
    import: { choose, read, compare, apply, cancel },
    on: {
      importProgress: (listener) => {
        tell = listener;
        return () => {
          tell = () => {};
        };
      },
    },
  };
  return {
    choose,
    read,
    compare,
    apply,
    cancel,
    list,
    end,
    session: new ImportSession(api, list, end),
    progress: (phase: 'reading' | 'comparing', done: number, total: number) =>
      tell({ connectionId: 'harbor', phase, done, total }),
  };
}
