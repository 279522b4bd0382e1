import type { Draft } from '../../core/draft/draft.ts';
import { useDraft } from '../draft/use-draft.ts';
import { Button } from '../ui/Button.tsx';
import { useShowReader } from './show-reader.ts';

/** The readers that Camio’s refusal names, each with the way to it. */
export function NamedReaders({ ids }: { readonly ids: readonly string[] }) {
  const draft = useDraft((state) => (state.kind === 'open' ? state.draft : null));
  const showReader = useShowReader();
  const named = draft ? rowsOf(draft, new Set(ids)) : [];
  if (named.length === 0) return null;
  return (
    <ul className="issue-list" aria-label="Readers Camio names">
      {named.map(({ row, id, name }) => (
        <li key={row}>
          <span className="mono ellipsis" title={id}>
            {id}
          </span>
          <span className="ellipsis" title={name}>
            {name}
          </span>
          <Button variant="quiet" aria-label={`Show reader ${id}`} onPress={() => showReader(row)}>
            Show reader
          </Button>
        </li>
      ))}
    </ul>
  );
}

function rowsOf(draft: Draft, ids: ReadonlySet<string>) {
  const found: { readonly row: number; readonly id: string; readonly name: string }[] = [];
  draft.rows.forEach(({ mine }, row) => {
    if (mine && ids.has(mine.id)) found.push({ row, id: mine.id, name: mine.name });
  });
  return found;
}
