import { useMutation } from '@tanstack/react-query';
import { Copy, FolderOpen, Stethoscope } from 'lucide-react';
import type { DiagnosticGroup } from '../../core/diagnostics/diagnostics.ts';
import { counted } from '../../core/text/amounts.ts';
import { unwrap } from '../ipc/app-failure.ts';
import { ipc } from '../ipc/ipc.ts';
import { Button } from '../ui/Button.tsx';
import { Failed } from '../ui/Failed.tsx';
import { localTime } from '../ui/local-time.ts';
import { StepList } from '../ui/StepList.tsx';
import { toast } from '../ui/toast.ts';

/** Checks what the app needs of this computer and of every account, and puts it into words for whoever helps. */
export function Diagnostics() {
  const running = useMutation({ mutationFn: () => unwrap(ipc.diagnostics.run()) });
  const copying = useMutation({
    mutationFn: () => unwrap(ipc.diagnostics.copyReport()),
    onSuccess: () =>
      toast.news('The report was copied. It holds no token, no email address and no name of a connection.'),
    onError: (failure) => toast.failure(failure),
  });
  const opening = useMutation({
    mutationFn: () => unwrap(ipc.diagnostics.openLogFolder()),
    onError: (failure) => toast.failure(failure),
  });
  const found = running.data;
  return (
    <section className="diagnostics" aria-labelledby="diagnostics-title">
      <header className="diagnostics-head">
        <h2 id="diagnostics-title">Diagnostics</h2>
        <Button icon={<Stethoscope aria-hidden="true" />} onPress={() => running.mutate()} isBusy={running.isPending}>
          Run checks
        </Button>
        <Button icon={<Copy aria-hidden="true" />} onPress={() => copying.mutate()} isBusy={copying.isPending}>
          Copy report
        </Button>
        <Button icon={<FolderOpen aria-hidden="true" />} onPress={() => opening.mutate()} isBusy={opening.isPending}>
          Open the log folder
        </Button>
      </header>
      <p className="help">
        Looks at this computer and reads the list of every connection. Nothing is changed in Camio.
      </p>
      {running.error ? <Failed failure={running.error} isInline onRetry={() => running.mutate()} /> : null}
      <div role="status" className="diagnostics-found">
        {running.isPending ? <p className="dim">Checking…</p> : null}
        {found && !running.isPending ? (
          <>
            <p>
              {phraseFound(found.groups)} <span className="dim">Checked at {localTime(found.checkedAt)}.</span>
            </p>
            {found.groups.map((group, index) => (
              // Two connections never have one name, but one of them may be called “This computer”.
              <section key={`${index} ${group.title}`} className="diagnostics-group">
                <h3 className="ellipsis" title={group.title}>
                  {group.title}
                </h3>
                <StepList steps={group.steps} />
              </section>
            ))}
          </>
        ) : null}
      </div>
    </section>
  );
}

function phraseFound(groups: readonly DiagnosticGroup[]): string {
  const steps = groups.flatMap((group) => group.steps);
  const failed = steps.filter(({ outcome }) => outcome === 'failed').length;
  const checks = counted(steps.length, 'check');
  return failed === 0 ? `${checks}, none failed.` : `${checks}, ${failed} failed.`;
}
