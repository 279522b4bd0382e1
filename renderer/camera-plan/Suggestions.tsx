import { useId, useMemo, useState } from 'react';
import { phraseReason, type Suggestion } from '../../core/suggestions/suggestions.ts';
import { counted, formatCount } from '../../core/text/amounts.ts';
import { usePlanActions } from '../cameras/use-plan-actions.ts';
import { Button } from '../ui/Button.tsx';
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx';
import { VirtualList } from '../ui/VirtualList.tsx';
import { cameraText, readerText } from './plan-filter.ts';

interface SuggestionsProps {
  readonly suggestions: readonly Suggestion[];
  readonly isSearching: boolean;
  readonly words: readonly string[];
}

const viewOf = ({ camera, reader }: Suggestion) => ({
  cameraId: camera.id,
  reader: { id: reader.id, name: reader.name },
});

/** Camera and reader, whatever characters their ids have. */
const keyOf = ({ camera, reader }: Suggestion) => `${camera.id.length} ${camera.id} ${reader.id}`;

/** What the names suggest. Nothing of it is in the plan until the person applies it. */
export function Suggestions({ suggestions, isSearching, words }: SuggestionsProps) {
  const [asks, setAsks] = useState(false);
  const actions = usePlanActions();
  const headingId = useId();
  const items = useMemo(() => {
    if (words.length === 0) return suggestions;
    return suggestions.filter(({ camera, reader }) =>
      words.every((word) => readerText(reader).includes(word) || cameraText(camera).includes(word)),
    );
  }, [suggestions, words]);
  const count = formatCount(items.length);

  return (
    <section className="plan-section" aria-labelledby={headingId}>
      <div className="plan-section-head">
        <h2 id={headingId}>Suggestions</h2>
        <span className="dim tabular">{count}</span>
        {items.length > 1 ? (
          <Button variant="quiet" onPress={() => setAsks(true)}>
            Apply all {count} shown
          </Button>
        ) : null}
      </div>
      {items.length === 0 ? <p className="plan-none dim">{phraseNone(suggestions.length, isSearching)}</p> : null}
      <VirtualList label="Suggestions" items={items} itemKey={keyOf} itemHeight={68}>
        {(each, { tabIndex }) => {
          const pair = `${each.reader.name} → ${each.camera.name}`;
          const reason = phraseReason(each.reason);
          return (
            <div className="side-suggestion">
              <span className="ellipsis" title={each.reader.name}>
                {each.reader.name || each.reader.id}
              </span>
              <span className="ellipsis" title={`${each.camera.name}\n${each.camera.site}\n${each.camera.id}`}>
                → {each.camera.name} <span className="dim">{each.camera.site}</span>
              </span>
              <span className="suggestion-reason dim ellipsis" title={reason}>
                {reason}
              </span>
              <button
                type="button"
                className="button quiet"
                tabIndex={tabIndex}
                aria-label={`Apply suggestion: ${pair}`}
                onClick={() => actions.assign([viewOf(each)])}
              >
                Apply
              </button>
            </div>
          );
        }}
      </VirtualList>
      {asks ? (
        <ConfirmDialog
          title={`Apply ${count} suggestions?`}
          confirmLabel={`Apply all ${count}`}
          isDangerous={false}
          onClose={() => setAsks(false)}
          onConfirm={() => {
            actions.assign(items.map(viewOf));
            setAsks(false);
          }}
        >
          <p>
            By their names alone, {counted(new Set(items.map(({ reader }) => reader.id)).size, 'reader')} come in view
            of the cameras beside them. It is one step that can be undone.
          </p>
        </ConfirmDialog>
      ) : null}
    </section>
  );
}

/** Why none is listed, of this many that the names suggest so far. */
function phraseNone(suggested: number, isSearching: boolean): string {
  if (isSearching) return 'Comparing names…';
  return suggested > 0 ? 'No suggestion matches.' : 'The names suggest nothing that is not planned.';
}
