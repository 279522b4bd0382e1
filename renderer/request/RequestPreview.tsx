import './request.css';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useMemo, useRef } from 'react';
import { JsonLines } from './json-lines.ts';

const lineHeight = 18;

/**
 * A request as it goes out, the token hidden: request line, headers, and the very body, indented for reading. Only the
 * lines in view are rendered, since a body can have 400,000 of them.
 */
export function RequestPreview({ url, body, label }: { url: string; body: string; label: string }) {
  const scroller = useRef<HTMLDivElement>(null);
  const json = useMemo(() => new JsonLines(body), [body]);
  const head = [`POST ${url}`, 'Authorization: Bearer ••••', 'Content-Type: application/json', ''];
  const virtualizer = useVirtualizer({
    count: head.length + json.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => lineHeight,
    overscan: 20,
  });
  const lines = virtualizer.getVirtualItems();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls has to be reachable from the keyboard
    <section className="request" aria-label={label} ref={scroller} tabIndex={0}>
      <div className="request-lines" style={{ height: virtualizer.getTotalSize() }}>
        <div className="request-window" style={{ transform: `translateY(${lines[0]?.start ?? 0}px)` }}>
          {lines.map(({ index }) => (
            <div className={index < head.length ? 'request-line request-head' : 'request-line'} key={index}>
              {head[index] ?? json.at(index - head.length)}
            </div>
          ))}
        </div>
      </div>
    </section>
  );
}
