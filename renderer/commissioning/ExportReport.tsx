import { FileDown } from 'lucide-react';
import { useState } from 'react';
import { type ReportFormat, reportFormats } from '../../core/sweep/sweep.ts';
import { MenuButton } from '../ui/MenuButton.tsx';
import { ReportDialog } from './ReportDialog.tsx';

const formatNames: Readonly<Record<ReportFormat, string>> = {
  html: 'Web page (HTML)',
  pdf: 'PDF',
  csv: 'CSV (opens in Excel)',
};

/** Saves the report of a sweep in a format of choice. */
export function ExportReport({ sweepId }: { readonly sweepId: string }) {
  const [format, setFormat] = useState<ReportFormat | null>(null);
  return (
    <>
      <MenuButton
        label="Export report"
        icon={<FileDown aria-hidden="true" />}
        choices={reportFormats.map((id) => ({ id, label: formatNames[id] }))}
        onChoose={(id) => setFormat(reportFormats.find((known) => known === id) ?? null)}
      />
      {format ? (
        <ReportDialog
          sweepId={sweepId}
          format={format}
          formatName={formatNames[format]}
          onClose={() => setFormat(null)}
        />
      ) : null}
    </>
  );
}
