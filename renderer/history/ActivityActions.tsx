import { useMutation } from '@tanstack/react-query';
import { ShieldCheck, Upload } from 'lucide-react';
import type { ActivityFilter } from '../../core/audit/activity-filter.ts';
import { counted } from '../../core/text/amounts.ts';
import { unwrap } from '../ipc/app-failure.ts';
import { ipc } from '../ipc/ipc.ts';
import { Button } from '../ui/Button.tsx';
import { MenuButton } from '../ui/MenuButton.tsx';
import { toast } from '../ui/toast.ts';
import { afterAct } from './queries.ts';
import type { useVerify } from './use-verify.ts';

interface ActivityActionsProps {
  readonly filter: ActivityFilter;
  readonly verifying: ReturnType<typeof useVerify>;
}

const formats: readonly { readonly id: 'csv' | 'json'; readonly label: string }[] = [
  { id: 'csv', label: 'Activity as CSV' },
  { id: 'json', label: 'Activity as JSON' },
];

/** Verify, and export of what the filter shows. */
export function ActivityActions({ filter, verifying }: ActivityActionsProps) {
  const exporting = useMutation({
    mutationFn: (format: 'csv' | 'json') => unwrap(ipc.activity.export({ filter, format })),
    onSuccess: (outcome) => {
      if (outcome.kind === 'cancelled') return;
      toast.news(`Exported ${counted(outcome.lines, 'line')} to ${outcome.path}.`);
    },
    onError: (failure) => toast.failure(failure),
    onSettled: afterAct,
  });
  return (
    <div className="history-actions">
      <Button
        variant="quiet"
        icon={<ShieldCheck aria-hidden="true" />}
        onPress={() => verifying.mutate()}
        isBusy={verifying.isPending}
        tooltip="Check that no line was changed, removed or moved"
      >
        Verify
      </Button>
      <MenuButton
        label="Export activity"
        icon={<Upload aria-hidden="true" />}
        choices={formats}
        onChoose={(id) => {
          const format = formats.find((each) => each.id === id);
          if (format) exporting.mutate(format.id);
        }}
      />
    </div>
  );
}
