import { FileSpreadsheet } from 'lucide-react';
import type { ImportTable } from '../../core/import/import-table.ts';
import { isWarning, phraseNote } from '../../core/import/phrase-import.ts';
import { counted, sizeText } from '../../core/text/amounts.ts';
import { Button } from '../ui/Button.tsx';
import { Failed } from '../ui/Failed.tsx';
import { FirstLines } from './FirstLines.tsx';
import type { ImportSession, ImportState } from './import-session.ts';
import { ReadAsFields } from './ReadAsFields.tsx';

interface FileStepProps {
  readonly session: ImportSession;
  readonly state: ImportState;
  readonly table: ImportTable;
}

/** The file as it was read, and how to read it otherwise. */
export function FileStep({ session, state, table }: FileStepProps) {
  const columns = counted(table.columns.length, 'column');
  return (
    <>
      <div className="import-file">
        <FileSpreadsheet aria-hidden="true" />
        <strong className="ellipsis" title={table.fileName}>
          {table.fileName}
        </strong>
        <span className="dim">
          {sizeText(table.bytes)}, {counted(table.rows, 'row')}, {columns}
        </span>
        <Button onPress={() => void session.choose()} isBusy={state.work !== null}>
          Choose another file
        </Button>
      </div>
      <ReadAsFields table={table} options={state.options} onChange={(options) => void session.readAs(options)} />
      {state.failure === null ? (
        <>
          <Notes table={table} />
          <FirstLines table={table} onChooseHeader={(headerLine) => void session.readAs({ headerLine })} />
        </>
      ) : (
        <Failed failure={state.failure} isInline />
      )}
    </>
  );
}

function Notes({ table: { notes } }: { readonly table: ImportTable }) {
  if (notes.length === 0) return null;
  return (
    <ul className="import-notes">
      {notes.map((note) => (
        <li key={note.code} className={isWarning(note) ? 'warns' : undefined}>
          {phraseNote(note)}
        </li>
      ))}
    </ul>
  );
}
