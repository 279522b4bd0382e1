import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReportFormat } from '../../core/sweep/sweep.ts';
import { counted } from '../../core/text/amounts.ts';
import { unwrap } from '../ipc/app-failure.ts';
import { ipc } from '../ipc/ipc.ts';
import { keptByConnection } from '../sessions/connection-sessions.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { Failed } from '../ui/Failed.tsx';
import { TextField } from '../ui/TextField.tsx';
import { toast } from '../ui/toast.ts';
import { useConnection } from '../window/current-connection.ts';

interface ReportDialogProps {
  readonly sweepId: string;
  readonly format: ReportFormat;
  readonly formatName: string;
  readonly onClose: () => void;
}

/** By connection, what the last report of this session said of itself: the next one says the same. */
const lastTyped = new Map<string, { readonly site: string; readonly person: string }>();
keptByConnection({ forget: (connectionId) => void lastTyped.delete(connectionId) });

/** Asks for what only the person knows, then where to save the report. */
export function ReportDialog({ sweepId, format, formatName, onClose }: ReportDialogProps) {
  const { id: connectionId } = useConnection();
  const [site, setSite] = useState(lastTyped.get(connectionId)?.site ?? '');
  const [person, setPerson] = useState(lastTyped.get(connectionId)?.person ?? '');
  const save = useMutation({
    mutationFn: () => {
      lastTyped.set(connectionId, { site, person });
      return unwrap(ipc.commissioning.exportReport({ connectionId, sweepId, format, site, person }));
    },
    onSuccess: (outcome) => {
      if (outcome.kind === 'cancelled') return;
      toast.news(`Report of ${counted(outcome.rows, 'reader')} saved to ${outcome.path}.`);
      onClose();
    },
  });
  return (
    <Dialog title={`Export report as ${formatName}`} onClose={onClose}>
      <form
        className="dialog-form"
        onSubmit={(event) => {
          event.preventDefault();
          save.mutate();
        }}
      >
        <TextField
          label="Site"
          value={site}
          onChange={setSite}
          help="The report’s title, e.g. Harbor Campus"
          autoFocus
        />
        <TextField label="Person" value={person} onChange={setPerson} help="Who looked at the video" />
        {save.error ? <Failed failure={save.error} isInline /> : null}
        <div className="dialog-actions">
          <Button onPress={onClose}>Cancel</Button>
          <Button type="submit" variant="primary" isBusy={save.isPending}>
            Save report
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
