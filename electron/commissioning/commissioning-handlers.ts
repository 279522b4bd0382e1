import type { Handlers } from '../../core/ipc/contract.ts';
import { ok } from '../../core/result.ts';
import type { Sweeps } from '../sweep/sweeps.ts';
import type { ReportExport } from './report-export.ts';

/** Main's side of commissioning: what a person saw of each reader's event, and the report of it. */
export function createCommissioningHandlers(options: {
  readonly sweeps: Pick<Sweeps, 'signOff'>;
  readonly exportReport: ReportExport;
  readonly clipboard: { writeText(text: string): Promise<void> };
  readonly now?: () => Date;
}): Handlers<'commissioning'> {
  const { sweeps, exportReport, clipboard, now = () => new Date() } = options;
  return {
    signOff: ({ connectionId, sweepId, readerIds, signOff }) =>
      sweeps.signOff(connectionId, sweepId, readerIds, signOff && { ...signOff, at: now().toISOString() }),
    exportReport,
    async copyLabel({ label }) {
      await clipboard.writeText(label);
      return ok(undefined);
    },
  };
}
