import type { AppError } from '../../core/app-error.ts';
import type { ImportChoices, ImportComparison } from '../../core/import/import-comparison.ts';
import type { ImportPlan } from '../../core/import/import-plan.ts';
import { asDetected, type ImportTable, type ImportTarget } from '../../core/import/import-table.ts';
import type { Emit, Handlers } from '../../core/ipc/contract.ts';
import type { ImportOutcome } from '../../core/ipc/import-calls.ts';
import { fail, ok } from '../../core/result.ts';
import { counted } from '../../core/text/amounts.ts';
import type { WindowDialog } from '../window/window-dialog.ts';
import { headersOf, type ImportMappings, withRemembered } from './import-mappings.ts';
import type { ImportPlace } from './import-place.ts';
import type { ImportProcess, OpenImportProcess } from './import-process.ts';

interface ImportHandlersNeeds {
  readonly openProcess: OpenImportProcess;
  readonly places: Readonly<Record<ImportTarget, ImportPlace>>;
  readonly mappings: ImportMappings;
  readonly dialog: Pick<WindowDialog, 'showOpenDialog'>;
  /** Where the dialog begins: the person's documents. */
  readonly documents: () => string;
  readonly emit: Emit;
  readonly notice: (error: AppError) => void;
}

/** A file that was read, and how. */
interface OpenFile {
  readonly process: ImportProcess;
  /** Null as long as it could not be read. */
  table: ImportTable | null;
}

/** The window's way to files that are imported: one at a time for each connection, each in a process of its own. */
export function createImportHandlers(needs: ImportHandlersNeeds): Handlers<'import'> {
  const { openProcess, places, mappings, dialog, documents, emit, notice } = needs;
  const files = new Map<string, OpenFile>();
  /** Files that are being read for the first time. */
  const opening = new Map<string, ImportProcess>();

  function letGo(connectionId: string): void {
    files.get(connectionId)?.process.close();
    files.delete(connectionId);
  }

  /** Where the new file cannot be read, the one chosen before stays. */
  async function openFile(connectionId: string, path: string, target: ImportTarget) {
    opening.get(connectionId)?.close();
    const process = openProcess(path, target, (progress) => emit('importProgress', { connectionId, ...progress }));
    opening.set(connectionId, process);
    const read = await process.read(asDetected);
    if (opening.get(connectionId) === process) opening.delete(connectionId);
    if (!read.ok) {
      const offers = 'offers' in read.error ? read.error.offers : [];
      if (offers.length === 0) {
        process.close();
        return read;
      }
      letGo(connectionId);
      files.set(connectionId, { process, table: null });
      const { code, message, next } = read.error;
      return ok({ kind: 'unread', error: { code, message, next }, offers } as const);
    }
    letGo(connectionId);
    const table = withRemembered(read.value, target, mappings);
    files.set(connectionId, { process, table });
    return ok({ kind: 'opened', table } as const);
  }

  return {
    async choose({ connectionId, target }) {
      const { canceled, filePaths } = await dialog.showOpenDialog({
        title: target === 'readers' ? 'Import readers' : 'Import cameras',
        defaultPath: documents(),
        properties: ['openFile'],
        filters: [
          {
            name: 'Lists (CSV, XLSX, JSON)',
            extensions: ['csv', 'tsv', 'txt', 'xlsx', 'xls', 'xml', 'html', 'htm', 'json', 'ndjson', 'jsonl'],
          },
          { name: 'All files', extensions: ['*'] },
        ],
      });
      const [path] = filePaths;
      if (canceled || path === undefined) return ok({ kind: 'cancelled' });
      return openFile(connectionId, path, target);
    },

    async read({ connectionId, options }) {
      const file = files.get(connectionId);
      if (!file) return fail(noFile);
      const read = await file.process.read(options);
      if (!read.ok) return read;
      file.table = withRemembered(read.value, file.process.target, mappings);
      return ok(file.table);
    },

    async compare({ connectionId, mapping, choices }) {
      const file = files.get(connectionId);
      if (!file) return fail(noFile);
      const place = await places[file.process.target].look(connectionId);
      return place.ok ? file.process.compare(mapping, choices, place.value.known) : place;
    },

    async apply({ connectionId, mapping, choices, seq }) {
      const file = files.get(connectionId);
      if (!file?.table) return fail(noFile);
      const { target } = file.process;
      const place = await places[target].look(connectionId);
      if (!place.ok) return place;
      const planned = await file.process.plan(mapping, choices, place.value.known);
      if (!planned.ok) return planned;
      const { comparison, plan } = planned.value;
      if (comparison.errors.total > 0 && !choices.leaveOutErrors) return fail(hasErrors(comparison));
      const outcome = outcomeOf(comparison, plan, choices);
      if (outcome.kind === 'imported') {
        const applied = await place.value.apply(seq, plan);
        if (!applied.ok) return applied;
      }
      const remembered = mappings.remember(target, headersOf(file.table), mapping);
      // The import itself is done.
      if (!remembered.ok) notice(remembered.error);
      letGo(connectionId);
      return ok(outcome);
    },

    async cancel({ connectionId }) {
      opening.get(connectionId)?.close();
      letGo(connectionId);
      return ok(undefined);
    },
  };
}

function outcomeOf(comparison: ImportComparison, plan: ImportPlan, { mode }: ImportChoices): ImportOutcome {
  const { added, renamed, missing, errors } = comparison;
  if (plan.added.length + plan.changed.length + plan.removed.length === 0) return { kind: 'same' };
  return {
    kind: 'imported',
    added: added.total,
    renamed: renamed.total,
    removed: mode === 'replace' ? missing.total : 0,
    leftOut: errors.total,
  };
}

const noFile: AppError = {
  code: 'not-found',
  message: 'The file to import is no longer open.',
  next: 'Choose the file again.',
};

function hasErrors({ errors }: ImportComparison): AppError {
  const rows = counted(errors.total, 'row of the file has an error', 'rows of the file have errors');
  return {
    code: 'blocked',
    message: `${rows}, so nothing was imported.`,
    next: 'Correct the file and choose it again, or import the other rows without these.',
  };
}
