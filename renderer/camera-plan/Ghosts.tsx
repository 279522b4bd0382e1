import { useId, useMemo, useState } from 'react';
import type { PlannedReader } from '../../core/cameras/camera.ts';
import type { Ghost } from '../../core/cameras/coverage.ts';
import { formatCount } from '../../core/text/amounts.ts';
import { phraseGhost } from '../cameras/phrase-plan.ts';
import { usePlanActions } from '../cameras/use-plan-actions.ts';
import { VirtualList } from '../ui/VirtualList.tsx';
import { readerText } from './plan-filter.ts';
import { SameReaderDialog } from './SameReaderDialog.tsx';

interface GhostsProps {
  readonly ghosts: readonly Ghost[];
  readonly readers: readonly PlannedReader[];
  readonly words: readonly string[];
}

/** Readers no longer in the list that the plan or Camio still has: given their new ID, or taken out of the plan. */
export function Ghosts({ ghosts, readers, words }: GhostsProps) {
  const [same, setSame] = useState<Ghost | null>(null);
  const actions = usePlanActions();
  const headingId = useId();
  const items = useMemo(
    () => ghosts.filter(({ reader }) => words.every((word) => readerText(reader).includes(word))),
    [ghosts, words],
  );

  return (
    <section className="plan-section ghosts-side" aria-labelledby={headingId}>
      <div className="plan-section-head">
        <h2 id={headingId}>Ghosts</h2>
        <span className="dim tabular">{formatCount(items.length)}</span>
      </div>
      {items.length === 0 ? (
        <p className="plan-none dim">
          {ghosts.length > 0 ? 'No ghost matches.' : 'No reader of the plan is missing from the list.'}
        </p>
      ) : null}
      <VirtualList label="Ghosts" items={items} itemKey={({ reader }) => reader.id} itemHeight={72}>
        {(ghost, { tabIndex }) => {
          const { reader, cameras } = ghost;
          const name = reader.name || reader.id;
          return (
            <div className="side-ghost">
              <span className="side-pair">
                <strong className="ellipsis" title={name}>
                  {name}
                </strong>
                <span className="mono dim ellipsis" title={reader.id}>
                  {reader.id}
                </span>
              </span>
              <span className="ghost-where">{phraseGhost(ghost)}</span>
              {cameras.length > 0 ? (
                <span className="side-buttons">
                  <button type="button" className="button quiet" tabIndex={tabIndex} onClick={() => setSame(ghost)}>
                    Same reader as…
                  </button>
                  <button
                    type="button"
                    className="button quiet"
                    tabIndex={tabIndex}
                    onClick={() => actions.removeFromPlan(reader, cameras)}
                  >
                    Remove from plan
                  </button>
                </span>
              ) : null}
            </div>
          );
        }}
      </VirtualList>
      {same ? <SameReaderDialog ghost={same} readers={readers} onClose={() => setSame(null)} /> : null}
    </section>
  );
}
