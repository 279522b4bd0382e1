import { ChevronRight } from 'lucide-react';
import { useId, useState } from 'react';
import type { ReceivedRequest } from '../../core/practice/practice.ts';
import { formatCount, sizeText } from '../../core/text/amounts.ts';
import { clockTime } from '../ui/local-time.ts';

interface ReceivedTableProps {
  readonly received: readonly ReceivedRequest[];
  readonly labelledBy: string;
}

/** Requests as they arrived, newest first; a body opens below its row, always as plain text. */
export function ReceivedTable({ received, labelledBy }: ReceivedTableProps) {
  return (
    <div className="received">
      <table aria-labelledby={labelledBy}>
        <thead>
          <tr>
            <th scope="col">Time</th>
            <th scope="col">Method</th>
            <th scope="col">Path</th>
            <th scope="col">Status</th>
            <th scope="col" className="figure">
              Size
            </th>
            <th scope="col">Body</th>
          </tr>
        </thead>
        <tbody>
          {received.map((request) => (
            <ReceivedRow key={request.number} request={request} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function ReceivedRow({ request }: { readonly request: ReceivedRequest }) {
  const { number, receivedAt, method, path, status, body, bodyBytes } = request;
  const [isOpen, setOpen] = useState(false);
  const bodyId = useId();
  return (
    <>
      <tr>
        <td className="tabular">{clockTime(receivedAt)}</td>
        <td className="mono">{method}</td>
        <td className="mono ellipsis path" title={path}>
          {path}
        </td>
        <td className={status < 300 ? 'tabular' : 'tabular refused'}>{status}</td>
        <td className="tabular figure">{bodyBytes === 0 ? '–' : sizeText(bodyBytes)}</td>
        <td>
          {bodyBytes === 0 ? (
            <span className="dim">No body</span>
          ) : (
            <button
              type="button"
              className="button quiet"
              aria-expanded={isOpen}
              aria-controls={isOpen ? bodyId : undefined}
              aria-label={`Body of request ${number}`}
              onClick={() => setOpen(!isOpen)}
            >
              <ChevronRight aria-hidden="true" className="disclosure-mark" />
              {isOpen ? 'Hide' : 'Show'}
            </button>
          )}
        </td>
      </tr>
      {isOpen ? (
        <tr id={bodyId}>
          <td colSpan={6}>
            {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a part that scrolls must be reachable by keyboard */}
            <pre className="received-body" tabIndex={0}>
              {body}
            </pre>
            {body.length < bodyBytes && body.length >= shownCharacters ? (
              <p className="dim">
                The first {formatCount(shownCharacters)} characters of {sizeText(bodyBytes)}.
              </p>
            ) : null}
          </td>
        </tr>
      ) : null}
    </>
  );
}

/** Main cuts bodies at this length (core/practice/practice.ts). */
const shownCharacters = 4_000;
