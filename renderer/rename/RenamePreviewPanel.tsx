import { isKept, type NewNameRow, type RenamePreview } from '../../core/rename/rename-preview.ts';
import { AppFailure } from '../ipc/app-failure.ts';
import { Failed } from '../ui/Failed.tsx';
import { Tag } from '../ui/Tag.tsx';
import { VirtualTable } from '../ui/VirtualTable.tsx';
import { changedPart, type InThree } from './changed-part.ts';
import { phrasePreview, problemSentences, problemTags } from './phrase-rename.ts';
import type { RenameState } from './rename-session.ts';

/** What the rule would do: the amounts, then every name before and after, those with a problem first. */
export function RenamePreviewPanel({ state }: { readonly state: RenameState }) {
  const preview = state.kind === 'ready' ? state.preview : state.kind === 'working' ? state.last : null;
  return (
    <section className="rename-preview" aria-label="Preview" aria-busy={state.kind === 'working' || undefined}>
      <p role="status" className="rename-amounts">
        {preview ? phrasePreview(preview).join(' · ') : state.kind === 'working' ? 'Working out the new names…' : ''}
      </p>
      {state.kind === 'failed' ? <Failed failure={new AppFailure(state.error)} isInline /> : null}
      {preview && preview.rows.length > 0 ? <PreviewTable preview={preview} /> : null}
    </section>
  );
}

const rowKey = ({ row }: NewNameRow) => row;

function PreviewTable({ preview }: { readonly preview: RenamePreview }) {
  return (
    <VirtualTable
      label="New names"
      className="rename-table"
      rows={preview.rows}
      rowKey={rowKey}
      head={
        <>
          <th scope="col">ID</th>
          <th scope="col">Name</th>
          <th scope="col">New name</th>
          <th scope="col">Check</th>
        </>
      }
      cells={({ reader, name, problem }) => {
        // A reader that keeps its name loses nothing of it.
        const { before, after } = changedPart(reader.name, isKept(problem) ? reader.name : name);
        return (
          <>
            <td className="mono ellipsis" title={reader.id}>
              {reader.id}
            </td>
            <td className="ellipsis rename-old" title={reader.name}>
              <Marked text={before} />
            </td>
            <td className="ellipsis rename-new" title={name}>
              {isKept(problem) ? name : <Marked text={after} />}
            </td>
            <td>
              {problem ? (
                <Tag tone={isKept(problem) ? 'removed' : 'warn'} title={problemSentences[problem]}>
                  {problemTags[problem]}
                </Tag>
              ) : null}
            </td>
          </>
        );
      }}
    />
  );
}

function Marked({ text: { start, own, end } }: { readonly text: InThree }) {
  return (
    <>
      {start}
      {own === '' ? null : <mark>{own}</mark>}
      {end}
    </>
  );
}
