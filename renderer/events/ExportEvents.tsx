import { useMutation } from '@tanstack/react-query';
import { Upload } from 'lucide-react';
import type { SentEventFilter } from '../../core/events/sent-event-filter.ts';
import { counted } from '../../core/text/amounts.ts';
import { unwrap } from '../ipc/app-failure.ts';
import { ipc } from '../ipc/ipc.ts';
import { MenuButton } from '../ui/MenuButton.tsx';
import { toast } from '../ui/toast.ts';
import { useConnection } from '../window/current-connection.ts';

const formats: readonly { readonly id: 'csv' | 'json'; readonly label: string }[] = [
  { id: 'csv', label: 'Shown events as CSV' },
  { id: 'json', label: 'Shown events as JSON' },
];

/** Exports the events that the filter shows. */
export function ExportEvents({ filter }: { readonly filter: SentEventFilter }) {
  const { id: connectionId } = useConnection();
  const exporting = useMutation({
    mutationFn: (format: 'csv' | 'json') => unwrap(ipc.events.export({ connectionId, filter, format })),
    onSuccess: (outcome) => {
      if (outcome.kind === 'cancelled') return;
      toast.news(`Exported ${counted(outcome.rows, 'event')} to ${outcome.path}.`);
    },
    onError: (failure) => toast.failure(failure),
  });
  return (
    <MenuButton
      label="Export history"
      icon={<Upload aria-hidden="true" />}
      choices={formats}
      onChoose={(id) => {
        const format = formats.find((each) => each.id === id);
        if (format) exporting.mutate(format.id);
      }}
    />
  );
}
