import type { ExportOutcome } from '../../core/ipc/reader-calls.ts';
import type { DraftSession } from '../draft/draft-session.ts';
import type { ReaderList } from '../draft/reader-list.ts';
import { AppFailure, unwrap } from '../ipc/app-failure.ts';
import { ipc } from '../ipc/ipc.ts';
import { chosenColumns, type ExportChoice } from './export-choice.ts';

/** Asks where to and has main write the file, unless `cancel` comes first. Throws an AppFailure where that is refused. */
export async function exportReaders(
  session: DraftSession,
  list: ReaderList,
  choice: ExportChoice,
  cancel: AbortSignal,
): Promise<ExportOutcome> {
  // Main writes the draft it has on disk: what is not saved would be missing from the file.
  const save = await session.settled();
  if (choice.list !== 'remote' && save.kind === 'failed') throw new AppFailure(save.error);
  if (cancel.aborted) return { kind: 'given up' };
  const { connectionId } = session;
  cancel.addEventListener('abort', () => void ipc.readers.cancelExport({ connectionId }), { once: true });
  return unwrap(
    ipc.readers.export({
      connectionId,
      list: choice.list === 'selection' ? selection(session, list) : { kind: choice.list },
      format: choice.format,
      columns: chosenColumns(choice),
    }),
  );
}

/** The selected rows in the order shown. */
function selection(session: DraftSession, list: ReaderList) {
  const { order, selection } = list.state();
  const state = session.state();
  const seq = state.kind === 'open' ? state.draft.seq : 0;
  return { kind: 'selection' as const, seq, rows: order.filter((row) => selection.rows.has(row)) };
}
