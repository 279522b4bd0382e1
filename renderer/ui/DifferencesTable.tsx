import type { Differences, ListDifference } from '../../core/readers/diff.ts';
import { formatCount } from '../../core/text/amounts.ts';

interface DifferencesTableProps {
  readonly differences: Differences;
  /** What the two lists are, as column titles. */
  readonly left: string;
  readonly right: string;
}

/** Where two lists differ, reader by reader; main names the first hundred. */
export function DifferencesTable({ differences: { total, first }, left, right }: DifferencesTableProps) {
  if (total === 0) return null;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reachable from the keyboard
    <section className="differences" aria-label="Differences" tabIndex={0}>
      <table aria-label="Differences">
        <thead>
          <tr>
            <th scope="col">ID</th>
            <th scope="col">{left}</th>
            <th scope="col">{right}</th>
          </tr>
        </thead>
        <tbody>
          {first.map((difference, index) => (
            <tr key={index}>
              <td className="mono ellipsis" title={difference.id}>
                {difference.id}
              </td>
              <td className="ellipsis" title={difference.left ?? ''}>
                {side(difference.left)}
              </td>
              <td className="ellipsis" title={difference.right ?? ''}>
                {side(difference.right)}
                <OtherFields difference={difference} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {total > first.length ? <p className="dim">and {formatCount(total - first.length)} more</p> : null}
    </section>
  );
}

function side(name: string | null) {
  if (name === null) return <span className="dim">not in the list</span>;
  return name === '' ? <span className="dim">no name</span> : name;
}

function OtherFields({ difference: { fields } }: { readonly difference: ListDifference }) {
  return fields && fields.length > 0 ? <span className="dim"> (other {fields.join(', ')})</span> : null;
}
