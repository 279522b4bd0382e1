import type { AppError } from '../../core/app-error.ts';
import type { Connection, ConnectionCheck } from '../../core/connections/connection.ts';
import type { DiagnosticGroup, DiagnosticStep, Diagnostics } from '../../core/diagnostics/diagnostics.ts';
import type { PrivateText } from '../../core/diagnostics/redact.ts';
import { formatReport } from '../../core/diagnostics/report-text.ts';
import type { Handlers } from '../../core/ipc/contract.ts';
import { fail, ok, type Result } from '../../core/result.ts';
import type { LogFile } from '../app/log-file.ts';
import type { ConnectionStore } from '../connections/connection-store.ts';

interface DiagnosticsNeeds {
  /** The checks of this computer, in the order shown. */
  readonly computerChecks: readonly (() => Promise<DiagnosticStep>)[];
  readonly connections: Pick<ConnectionStore, 'list'>;
  readonly check: (connectionId: string) => Promise<Result<ConnectionCheck, AppError>>;
  readonly clipboard: { writeText(text: string): Promise<void> };
  /** The report's first lines. */
  readonly facts: () => readonly string[];
  readonly privateTexts: readonly PrivateText[];
  readonly log: Pick<LogFile, 'folder' | 'lastLines'>;
  /** Shows a folder in the system's file manager, as Electron's `shell.openPath` does; answers why it could not, or ''. */
  readonly openPath: (path: string) => Promise<string>;
  readonly now: () => Date;
}

/** As many as fit into a message to whoever helps. */
const reportedLogLines = 40;

/** Checks this computer and every connection; changes nothing in Camio. */
export function createDiagnosticsHandlers(needs: DiagnosticsNeeds): Handlers<'diagnostics'> {
  const { computerChecks, connections, check, clipboard, facts, privateTexts, log, openPath, now } = needs;
  let last: Diagnostics | null = null;

  async function run(): Promise<Diagnostics> {
    const [computer, ...accounts] = await Promise.all([
      Promise.all(computerChecks.map((each) => each())),
      ...connections
        .list()
        .map(async (connection, index) => groupOf(connection, index + 1, await check(connection.id))),
    ]);
    const title = 'This computer';
    last = { checkedAt: now().toISOString(), groups: [{ title, anonymousTitle: title, steps: computer }, ...accounts] };
    return last;
  }

  return {
    run: async () => ok(await run()),
    async copyReport() {
      const checked = last ?? (await run());
      const lines = await log.lastLines(reportedLogLines);
      await clipboard.writeText(formatReport(checked, facts(), privateTexts, lines));
      return ok(undefined);
    },
    async openLogFolder() {
      const reason = await openPath(log.folder);
      if (reason === '') return ok(undefined);
      return fail({
        code: 'not-found',
        message: `The log folder could not be opened. ${reason}`,
        next: `Open ${log.folder} yourself.`,
      });
    },
  };
}

function groupOf(
  { name, kind, baseUrl, dialect }: Connection,
  number: number,
  checked: Result<ConnectionCheck, AppError>,
): DiagnosticGroup {
  const about = kind === 'practice' ? 'the practice account' : `${new URL(baseUrl).host}, ${dialect.preset}`;
  const failed = (error: AppError): DiagnosticStep => ({
    name: 'Connection',
    outcome: 'failed',
    message: `${error.message} ${error.next}`,
  });
  return {
    title: name,
    anonymousTitle: `Connection ${number} (${about})`,
    steps: checked.ok ? checked.value.steps : [failed(checked.error)],
  };
}
