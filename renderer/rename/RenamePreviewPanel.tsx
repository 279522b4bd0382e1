import { isKept, type NewNameRow, type RenamePreview } from '../../core/rename/rename-preview.ts';
import { AppFailure } from '../app/app-failure.ts';
import { Failed } from '../ui/Failed.tsx';
import { Tag } from '../ui/Tag.tsx';
import { VirtualTable } from '../ui/VirtualTable.tsx';
import { changedPart } from './changed-part.ts';
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
        const { before, after } = changedPart(reader.name, name);
        return (
          <>
            <td className="mono ellipsis" title={reader.id}>
              {reader.id}
            </td>
            <td className="ellipsis rename-old" title={reader.name}>
              {before.start}
              <mark>{before.own}</mark>
              {before.end}
            </td>
            <td className="ellipsis rename-new" title={name}>
              {after.start}
              <mark>{after.own}</mark>
              {after.end}
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
