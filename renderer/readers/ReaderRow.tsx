// biome-ignore-all lint/a11y/useSemanticElements: rows are placed one by one, which the elements of a table do not allow
import { RotateCcw } from 'lucide-react';
import { memo, type ReactNode } from 'react';
import type { ReaderIssue } from '../../core/checks/reader-issue.ts';
import { rowChange } from '../../core/readers/change.ts';
import type { Row } from '../../core/readers/rows.ts';
import { type ColumnKey, columns } from '../draft/columns.ts';
import type { ReaderActions } from '../draft/reader-actions.ts';
import type { Editing, ReaderList } from '../draft/reader-list.ts';
import { ChangeTag } from '../ui/ChangeTag.tsx';
import { CellEditor } from './CellEditor.tsx';
import { IssueTags } from './IssueTags.tsx';

interface ReaderRowProps {
  /** The row's number in the draft. */
  readonly number: number;
  /** Its place in the list, from 0. */
  readonly index: number;
  readonly topPx: number;
  readonly row: Row;
  readonly issues: readonly ReaderIssue[];
  readonly isSelected: boolean;
  /** The column the keyboard is on, or null where it is in another row. */
  readonly cursorColumn: number | null;
  readonly editing: Editing | null;
  readonly list: ReaderList;
  readonly actions: ReaderActions;
}

/** One reader. Rendered again only when something of its own changes. */
export const ReaderRow = memo(function ReaderRow(props: ReaderRowProps) {
  const { number, index, row, issues, isSelected, cursorColumn, editing, list, actions } = props;
  const { base, mine } = row;
  const reader = mine ?? base;
  if (!reader) return null;
  const change = rowChange(row);

  const editor = (field: Editing['field']) =>
    mine && editing?.field === field ? (
      <CellEditor editing={editing} reader={mine} list={list} actions={actions} />
    ) : null;

  const content: Readonly<Record<ColumnKey, ReactNode>> = {
    select: (
      <input
        type="checkbox"
        tabIndex={-1}
        checked={isSelected}
        readOnly
        aria-label={`Select ${reader.id || 'reader'}`}
      />
    ),
    id: editor('id') ?? <Text text={reader.id} isGone={!mine} />,
    name: editor('name') ?? (
      <>
        <Text text={reader.name} isGone={!mine} />
        {base && mine && base.name !== mine.name ? <Was name={base.name} /> : null}
      </>
    ),
    change: (
      <>
        <ChangeTag kind={change} />
        {mine ? null : (
          <button
            type="button"
            tabIndex={-1}
            className="button quiet keep"
            onClick={() => actions.keep(number)}
            title="Bring this reader back as Camio has it"
          >
            <RotateCcw aria-hidden="true" />
            <span className="ellipsis">Keep reader</span>
          </button>
        )}
      </>
    ),
    check: <IssueTags issues={issues} />,
  };

  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the keyboard moves from cell to cell, as in every ARIA grid
    <div
      role="row"
      className={['reader-row', mine ? null : 'gone', isSelected ? 'selected' : null].filter(Boolean).join(' ')}
      aria-rowindex={index + 2}
      aria-selected={isSelected}
      data-index={index}
      style={{ top: props.topPx }}
    >
      {columns.map(({ key }, column) => (
        <div
          key={key}
          role="gridcell"
          className={`cell ${key}`}
          aria-colindex={column + 1}
          aria-readonly={key === 'id' ? base !== null : key !== 'name'}
          // While a cell is typed in, its field has the focus.
          tabIndex={editing?.field === key ? undefined : cursorColumn === column ? 0 : -1}
          data-column={column}
        >
          {content[key]}
        </div>
      ))}
    </div>
  );
});

function Text({ text, isGone }: { readonly text: string; readonly isGone: boolean }) {
  const Element = isGone ? 'del' : 'span';
  return (
    <Element className="ellipsis" title={text}>
      {text}
    </Element>
  );
}

function Was({ name }: { readonly name: string }) {
  return (
    <del className="was ellipsis" title={`In Camio: ${name}`}>
      {name}
    </del>
  );
}
