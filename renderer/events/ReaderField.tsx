import { useMemo, useState } from 'react';
import type { Reader } from '../../core/readers/reader.ts';
import type { Rows } from '../../core/readers/rows.ts';
import { counted, formatCount } from '../../core/text/amounts.ts';
import { ComboBox } from '../ui/ComboBox.tsx';
import { findReaders, searchableReaders } from './reader-search.ts';

/** More are not offered at once: nobody reads them, and the list must open without a pause. */
const mostOffered = 50;

interface ReaderFieldProps {
  readonly rows: Rows;
  readonly chosen: Reader | null;
  readonly onChoose: (reader: Reader | null) => void;
}

/** Chooses a reader by typing a part of its name or id. */
export function ReaderField({ rows, chosen, onChoose }: ReaderFieldProps) {
  const searchable = useMemo(() => searchableReaders({ rows }), [rows]);
  const [typed, setTyped] = useState<string | null>(null);
  const text = typed ?? (chosen ? nameOf(chosen) : '');
  // The name of the chosen reader is not a search: opening the list offers all readers again.
  const search = chosen && text === nameOf(chosen) ? '' : text;
  const { best, more } = useMemo(() => findReaders(searchable, search, mostOffered), [searchable, search]);

  const help =
    search !== ''
      ? more > 0 && `${formatCount(more)} more match. Type more of the name or ID.`
      : chosen
        ? `ID ${chosen.id}`
        : `${counted(searchable.readers.length, 'reader')} in Camio. Type a part of the name or ID.`;

  const choose = (id: string | null) => {
    const reader = id === null ? null : (searchable.readers.find((known) => known.id === id) ?? null);
    setTyped(null);
    onChoose(reader);
  };

  return (
    <ComboBox
      label="Reader"
      text={text}
      onTextChange={setTyped}
      chosen={chosen?.id ?? null}
      onChoose={choose}
      choices={best.map((reader) => ({ id: reader.id, text: nameOf(reader), hint: reader.id }))}
      placeholder="Name or ID"
      emptyText="No reader in Camio matches."
      help={help}
      className="event-reader"
    />
  );
}

const nameOf = ({ id, name }: Reader): string => (name === '' ? id : name);
