import { useQuery } from '@tanstack/react-query';
import { useId, useMemo, useState } from 'react';
import { filterTypes, outcomeKinds, type SentEventFilter } from '../../core/events/sent-event-filter.ts';
import type { Reader } from '../../core/readers/reader.ts';
import { ComboBox } from '../ui/ComboBox.tsx';
import { Select } from '../ui/Select.tsx';
import { TextField } from '../ui/TextField.tsx';
import { useConnection } from '../window/current-connection.ts';
import { eventTypeName, outcomeWord } from './phrase-event.ts';
import { sentReadersQuery } from './queries.ts';
import { findReaders, foldReaders } from './reader-search.ts';

interface SentEventFiltersProps {
  readonly filter: SentEventFilter;
  readonly onChange: (filter: SentEventFilter) => void;
}

const all = 'all';
const none: readonly Reader[] = [];

/** What of the history is shown. The names of the fields are not those of the form above, which they stand beside. */
export function SentEventFilters({ filter, onChange }: SentEventFiltersProps) {
  const dayId = useId();
  return (
    <div className="sent-filters">
      <TextField
        label="Filter sent events"
        type="search"
        placeholder="Filter sent events"
        value={filter.text}
        onChange={(text) => onChange({ ...filter, text })}
      />
      <SentFor chosen={filter.readerId} onChoose={(readerId) => onChange({ ...filter, readerId })} />
      <Select
        label="Outcome"
        value={filter.outcome ?? all}
        choices={[
          { value: all, label: 'All outcomes' },
          ...outcomeKinds.map((kind) => ({ value: kind, label: outcomeWord(kind) })),
        ]}
        onChange={(kind) => onChange({ ...filter, outcome: kind === all ? null : kind })}
      />
      <Select
        label="Type"
        value={filter.eventType ?? all}
        choices={[
          { value: all, label: 'All types' },
          ...filterTypes.map((type) => ({ value: type, label: type === 'none' ? 'No type' : eventTypeName(type) })),
        ]}
        onChange={(type) => onChange({ ...filter, eventType: type === all ? null : type })}
      />
      <div className="field">
        <label htmlFor={dayId}>Day</label>
        <input
          id={dayId}
          className="input"
          type="date"
          max="9999-12-31"
          value={filter.day ?? ''}
          title="The day an event was sent, by this computer’s clock"
          onChange={({ target }) => onChange({ ...filter, day: target.value === '' ? null : target.value })}
        />
      </div>
    </div>
  );
}

/** More are not offered at once: nobody reads them. */
const mostOffered = 50;

interface SentForProps {
  readonly chosen: string | null;
  readonly onChoose: (readerId: string | null) => void;
}

/** The reader whose events are shown, out of those that have some. */
function SentFor({ chosen, onChoose }: SentForProps) {
  const { id: connectionId } = useConnection();
  const { data: readers = none } = useQuery(sentReadersQuery(connectionId));
  const known = useMemo(() => foldReaders(readers), [readers]);
  const nameOf = (id: string) => readers.find((reader) => reader.id === id)?.name || id;
  const [typed, setTyped] = useState<string | null>(null);
  const text = typed ?? (chosen === null ? '' : nameOf(chosen));
  const { best } = findReaders(known, typed ?? '', mostOffered);
  return (
    <ComboBox
      label="Sent for"
      placeholder="All readers"
      text={text}
      onTextChange={(next) => {
        setTyped(next);
        if (next === '' && chosen !== null) onChoose(null);
      }}
      onLeave={() => setTyped(null)}
      chosen={chosen}
      onChoose={(id) => {
        setTyped(null);
        onChoose(id);
      }}
      choices={best.map(({ id, name }) => ({ id, text: name || id, hint: id }))}
      emptyText="No event was sent for such a reader."
    />
  );
}
