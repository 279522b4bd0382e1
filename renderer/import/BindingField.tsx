import type { ColumnBinding } from '../../core/import/import-table.ts';
import { Select } from '../ui/Select.tsx';
import { TextField } from '../ui/TextField.tsx';

interface BindingFieldProps {
  /** `ID` or `Name`. */
  readonly label: string;
  /** The columns' names, in order. */
  readonly columns: readonly string[];
  readonly binding: ColumnBinding;
  readonly onChange: (binding: ColumnBinding) => void;
  readonly help?: string | undefined;
}

const firstSeparator = { ID: '-', Name: ' – ' } as const satisfies Record<string, string>;

/** The columns that make one field. The last choice is always an empty one: choosing there joins another column on. */
export function BindingField({ label, columns, binding, onChange, help }: BindingFieldProps) {
  const { columns: bound, separator } = binding;
  const choices = columns.map((name, index) => ({ value: String(index), label: name }));
  const canJoinMore = bound.length > 0 && bound.length < columns.length;

  const choose = (place: number, value: string) => {
    const next = value === '' ? bound.toSpliced(place, 1) : bound.toSpliced(place, 1, Number(value));
    onChange({ columns: next, separator: separatorFor(next.length) });
  };
  const separatorFor = (count: number) => {
    if (count < 2 || bound.length > 1 || separator !== '') return separator;
    return label === 'ID' ? firstSeparator.ID : firstSeparator.Name;
  };

  return (
    <fieldset className="import-binding">
      <legend className="visually-hidden">{label}</legend>
      <div className="import-binding-columns">
        {[...bound, null].map((index, place) =>
          index === null && !canJoinMore && place > 0 ? null : (
            <Select
              // The place is what the choice is about, so that the one that was used keeps the focus.
              key={place}
              label={labelOf(label, place, index)}
              value={index === null ? '' : String(index)}
              choices={[
                { value: '', label: place === 0 ? 'Choose a column' : 'Nothing' },
                ...choices.filter(({ value }) => value === String(index) || !bound.includes(Number(value))),
              ]}
              onChange={(value) => choose(place, value)}
            />
          ),
        )}
        {bound.length > 1 ? (
          <TextField
            className="import-separator"
            label={`${label} separator`}
            value={separator}
            onChange={(text) => onChange({ columns: bound, separator: text.slice(0, 20) })}
            isMono
          />
        ) : null}
      </div>
      {help ? <p className="help">{help}</p> : null}
    </fieldset>
  );
}

function labelOf(field: string, place: number, index: number | null): string {
  if (place === 0) return `${field} column`;
  return index === null ? `Join ${field} with` : `${field} column ${place + 1}`;
}
