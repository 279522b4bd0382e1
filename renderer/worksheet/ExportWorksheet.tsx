import { FileDown } from 'lucide-react';
import { MenuButton } from '../ui/MenuButton.tsx';
import { useCommand } from '../window/shortcuts.ts';
import { useExportWorksheet, type WorksheetExport } from './use-export-worksheet.ts';

const exports: Readonly<Record<string, WorksheetExport>> = {
  'Changes as PDF to print': { format: 'pdf', scope: 'changed' },
  'Changes as XLSX': { format: 'xlsx', scope: 'changed' },
  'Changes as CSV': { format: 'csv', scope: 'changed' },
  'All cameras as PDF to print': { format: 'pdf', scope: 'all' },
  'All cameras as XLSX': { format: 'xlsx', scope: 'all' },
  'All cameras as CSV': { format: 'csv', scope: 'all' },
};
const choices = Object.keys(exports).map((label) => ({ id: label, label }));

/** The worksheet as a file: what changed since the last one was finished, or all cameras. */
export function ExportWorksheet() {
  const exportWorksheet = useExportWorksheet();
  useCommand('export', () => exportWorksheet({ format: 'pdf', scope: 'changed' }));
  return (
    <MenuButton
      label="Export worksheet"
      variant="primary"
      icon={<FileDown aria-hidden="true" />}
      choices={choices}
      onChoose={(label) => {
        const choice = exports[label];
        if (choice) exportWorksheet(choice);
      }}
    />
  );
}
