import { actKinds } from '../../core/audit/act.ts';
import type { ActivityFilter } from '../../core/audit/activity-filter.ts';
import type { AuditLine } from '../../core/audit/audit-entry.ts';
import { actNames } from '../../core/audit/phrase-act.ts';
import { Select } from '../ui/Select.tsx';
import { TextField } from '../ui/TextField.tsx';

interface ActivityFiltersProps {
  readonly lines: readonly AuditLine[];
  readonly filter: ActivityFilter;
  readonly onChange: (filter: ActivityFilter) => void;
}

const all = 'all';

/** What of the log is shown: by words, by act, by connection. */
export function ActivityFilters({ lines, filter, onChange }: ActivityFiltersProps) {
  return (
    <div className="activity-filters">
      <TextField
        label="Filter activity"
        type="search"
        placeholder="Filter activity"
        value={filter.text}
        onChange={(text) => onChange({ ...filter, text })}
      />
      <Select
        label="Act"
        value={filter.kind ?? all}
        choices={[
          { value: all, label: 'All acts' },
          ...actKinds.map((kind) => ({ value: kind, label: actNames[kind] })),
        ]}
        onChange={(kind) => onChange({ ...filter, kind: kind === all ? null : kind })}
      />
      <Select
        label="Connection"
        value={filter.connectionId ?? all}
        choices={[{ value: all, label: 'All connections' }, ...connectionChoices(lines)]}
        onChange={(id) => onChange({ ...filter, connectionId: id === all ? null : id })}
      />
    </div>
  );
}

/** The connections the log speaks of, deleted ones included, each as it was called last. */
function connectionChoices(newestFirst: readonly AuditLine[]) {
  const names = new Map<string, string>();
  for (const { entry } of newestFirst) {
    const connection = entry?.connection;
    if (connection && !names.has(connection.id)) names.set(connection.id, connection.name);
  }
  return [...names].map(([value, label]) => ({ value, label }));
}
