import { Info } from 'lucide-react';
import { formatCount } from '../../core/text/amounts.ts';
import { useListState } from '../draft/use-reader-list.ts';
import { useShownReaders } from '../draft/use-shown-readers.ts';

/** Says that the whole list is sent, where the Readers page shows or has selected only a part of it. */
export function PartlyShownNote({ readers }: { readonly readers: number }) {
  const shown = useShownReaders();
  const selected = useListState(({ selection }) => selection.rows.size);
  if (shown === null && selected === 0) return null;
  const part = shown === null ? `${formatCount(selected)} selected` : `${formatCount(shown)} shown`;
  return (
    <p className="review-note">
      <Info aria-hidden="true" />
      <span>
        <strong>{`${part}, ${formatCount(readers)} will be sent`}</strong>
        {shown === null
          ? ': a push sends the whole list, not the selection.'
          : ': a push sends the whole list, not what the filter shows.'}
      </span>
    </p>
  );
}
