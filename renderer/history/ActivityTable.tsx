import { unreadableLine } from '../../core/audit/activity-export.ts';
import type { AuditEntry, AuditLine } from '../../core/audit/audit-entry.ts';
import { actNames, phraseAct } from '../../core/audit/phrase-act.ts';
import { formatCount } from '../../core/text/amounts.ts';
import { localTime } from '../ui/local-time.ts';
import { VirtualTable } from '../ui/VirtualTable.tsx';

interface ActivityTableProps {
  readonly lines: readonly AuditLine[];
  /** The line verifying stumbled on, or null. */
  readonly flawedLine: number | null;
}

/** The lines of the activity log. */
export function ActivityTable({ lines, flawedLine }: ActivityTableProps) {
  return (
    <VirtualTable
      label="Activity"
      className="activity-table"
      rows={lines}
      rowKey={({ line }) => line}
      rowClassName={({ line }) => (line === flawedLine ? 'flawed' : undefined)}
      head={
        <>
          <th scope="col" className="activity-line">
            Line
          </th>
          <th scope="col" className="activity-time">
            Time
          </th>
          <th scope="col" className="activity-act">
            Act
          </th>
          <th scope="col">Details</th>
          <th scope="col" className="activity-connection">
            Connection
          </th>
          <th scope="col" className="activity-user">
            User
          </th>
        </>
      }
      cells={({ line, entry }) => (
        <>
          <td className="tabular activity-line">{formatCount(line)}</td>
          {entry ? <EntryCells entry={entry} /> : <td colSpan={5}>{unreadableLine}</td>}
        </>
      )}
    />
  );
}

function EntryCells({ entry: { at, act, connection, account, user, app } }: { readonly entry: AuditEntry }) {
  const details = phraseAct(act);
  const name = connection?.name ?? '';
  return (
    <>
      <td className="tabular ellipsis" title={at}>
        <time dateTime={at}>{localTime(at)}</time>
      </td>
      <td className="ellipsis" title={actNames[act.kind]}>
        {actNames[act.kind]}
      </td>
      <td className="ellipsis" title={details}>
        {details}
      </td>
      <td className="ellipsis" title={account ? `${name} · ${account}` : name}>
        {name}
      </td>
      <td className="ellipsis" title={`${user} · Reader Desk ${app}`}>
        {user}
      </td>
    </>
  );
}
