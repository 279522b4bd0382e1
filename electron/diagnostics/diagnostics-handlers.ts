import type { AppError } from '../../core/app-error.ts';
import type { Connection, ConnectionCheck } from '../../core/connections/connection.ts';
import type { DiagnosticGroup, DiagnosticStep, Diagnostics } from '../../core/diagnostics/diagnostics.ts';
import { formatReport, type PrivateText } from '../../core/diagnostics/report-text.ts';
import type { Handlers } from '../../core/ipc/contract.ts';
import { ok, type Result } from '../../core/result.ts';
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
  readonly now: () => Date;
}

/** Checks this computer and every connection; changes nothing in Camio. */
export function createDiagnosticsHandlers(needs: DiagnosticsNeeds): Handlers<'diagnostics'> {
  const { computerChecks, connections, check, clipboard, facts, privateTexts, now } = needs;
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
      await clipboard.writeText(formatReport(last ?? (await run()), facts(), privateTexts));
      return ok(undefined);
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
