import { columnsOf } from '../../core/export/export-choice.ts';
import { chosenColumns, type ExportChoice, toggleColumn } from './export-choice.ts';
import { columnNames } from './phrase-export.ts';

interface ColumnsFieldProps {
  readonly choice: ExportChoice;
  readonly onChange: (choice: ExportChoice) => void;
}

/** The columns of a CSV file or a workbook. */
export function ColumnsField({ choice, onChange }: ColumnsFieldProps) {
  const chosen = chosenColumns(choice);
  return (
    <fieldset className="field">
      <legend>Columns</legend>
      <div className="export-columns">
        {columnsOf(choice.list).map((column) => (
          <label key={column} className="export-choice">
            <input
              type="checkbox"
              checked={chosen.includes(column)}
              onChange={() => onChange(toggleColumn(choice, column))}
            />
            {columnNames[column]}
          </label>
        ))}
      </div>
      <p className="help">
        Other fields are those that only Camio knows. Their column is left out where no reader has any.
      </p>
    </fieldset>
  );
}
