import { useMemo, useState } from 'react';
import { filterWords, foldText } from '../../core/text/fold-text.ts';
import { ComboBox } from '../ui/ComboBox.tsx';
import { Select } from '../ui/Select.tsx';
import { type Group, sourceNames, sources } from './sweep-sources.ts';
import type { SweepSource } from './use-sweep-source.ts';

const choices = sources.map((value) => ({ value, label: sourceNames[value] }));

/** Says where a sweep's readers come from. */
export function SourceFields({ source, choose, group, setGroup, groups }: SweepSource) {
  return (
    <>
      <Select label="Readers" value={source} choices={choices} onChange={choose} />
      {source === 'camera' || source === 'site' ? (
        <GroupField
          key={source}
          label={source === 'camera' ? 'Camera' : 'Site'}
          groups={groups}
          chosen={group}
          onChoose={setGroup}
        />
      ) : null}
    </>
  );
}

interface GroupFieldProps {
  readonly label: 'Camera' | 'Site';
  readonly groups: readonly Group[];
  readonly chosen: Group | null;
  readonly onChoose: (group: Group | null) => void;
}

/** More are not offered at once: nobody reads them, and the list must open without a pause. */
const mostOffered = 50;

function GroupField({ label, groups, chosen, onChoose }: GroupFieldProps) {
  const [text, setText] = useState('');
  const offered = useMemo(() => {
    const words = text === chosen?.text ? [] : filterWords(text);
    const found = groups.filter((group) => {
      const folded = foldText(`${group.text} ${group.hint}`);
      return words.every((word) => folded.includes(word));
    });
    return found.slice(0, mostOffered);
  }, [groups, text, chosen]);
  const choose = (id: string | null) => {
    const group = groups.find((known) => known.id === id) ?? null;
    setText(group?.text ?? '');
    onChoose(group);
  };
  return (
    <ComboBox
      label={label}
      text={text}
      onTextChange={setText}
      chosen={chosen?.id ?? null}
      onChoose={choose}
      choices={offered}
      placeholder={label === 'Camera' ? 'Name or ID' : 'Name'}
      emptyText={label === 'Camera' ? 'No camera with a reader matches.' : 'No site matches.'}
    />
  );
}
