import { boundText } from '../../core/import/bound-text.ts';
import type { ImportMapping, ImportTable, TableLine } from '../../core/import/import-table.ts';
import { phraseMappingSource } from '../../core/import/phrase-import.ts';
import { Select } from '../ui/Select.tsx';
import { BindingField } from './BindingField.tsx';
import { columnTitles } from './column-title.ts';
import type { ImportSession } from './import-session.ts';
import { TextTable } from './TextTable.tsx';

interface ColumnsStepProps {
  readonly session: ImportSession;
  readonly table: ImportTable;
  readonly mapping: ImportMapping;
}

/** Which columns make the id and the name, with what that comes to in the first rows. */
export function ColumnsStep({ session, table, mapping }: ColumnsStepProps) {
  const names = columnTitles(table);
  const isForCameras = session.list.target === 'cameras';
  const change = (part: Partial<ImportMapping>) => session.bind({ ...mapping, ...part });
  const source = mapping === table.mapping ? phraseMappingSource(table.mappingFrom) : 'Bound as you chose.';
  const isWithoutId = mapping.id.columns.length === 0 && !isForCameras;
  // As main does it: a camera without an ID goes by its name.
  const idBinding = isForCameras && mapping.id.columns.length === 0 ? mapping.name : mapping.id;
  return (
    <>
      <p className="import-source">
        {isWithoutId ? <strong className="warns">Choose the column that holds the ID. </strong> : `${source} `}
        <span className="dim">{phraseIgnored(names, mapping)}</span>
      </p>
      <div className="import-bindings">
        <BindingField
          label="ID"
          help={isForCameras ? 'A camera without an ID is known by its name.' : undefined}
          columns={names}
          binding={mapping.id}
          onChange={(id) => change({ id })}
        />
        <BindingField label="Name" columns={names} binding={mapping.name} onChange={(name) => change({ name })} />
        {isForCameras ? (
          <Select
            label="Site column"
            value={mapping.site === null ? '' : String(mapping.site)}
            choices={[
              { value: '', label: 'None' },
              ...names.map((name, index) => ({ value: String(index), label: name })),
            ]}
            onChange={(index) => change({ site: index === '' ? null : Number(index) })}
          />
        ) : null}
      </div>
      <TextTable
        label="Preview"
        rows={table.preview}
        columns={[
          { title: 'Line', width: 72, text: ({ line }) => String(line) },
          {
            title: 'ID',
            isMono: true,
            width: '30%',
            text: ({ cells }) => boundText(cells, idBinding, idBinding === mapping.id ? 'id' : 'name'),
            empty: 'no ID',
          },
          { title: 'Name', text: ({ cells }) => boundText(cells, mapping.name, 'name'), empty: 'no name' },
          ...(isForCameras && mapping.site !== null ? [siteColumn(mapping.site)] : []),
        ]}
      />
    </>
  );
}

const siteColumn = (site: number) => ({
  title: 'Site',
  width: '24%',
  text: ({ cells }: TableLine) => cells[site] ?? '',
});

/** What becomes of the other columns. */
function phraseIgnored(names: readonly string[], { id, name, otherFields, site }: ImportMapping): string {
  const bound = new Set([...id.columns, ...name.columns, otherFields, site]);
  const ignored = names.filter((_, index) => !bound.has(index));
  const others = otherFields === null ? '' : `Other fields are taken from ${names[otherFields] ?? 'their column'}. `;
  if (ignored.length === 0) return `${others}No column is ignored.`;
  return `${others}Ignored: ${ignored.join(', ')}.`;
}
