import { type KeyboardEvent, type RefObject, useMemo, useRef, useState } from 'react';
import { Dialog, Popover } from 'react-aria-components';
import type { Camera, PlannedReader } from '../../core/cameras/camera.ts';
import type { CameraPlan } from '../../core/cameras/camera-plan.ts';
import { filterWords } from '../../core/text/fold-text.ts';
import { type Picking, shareOf, viewsOf } from '../cameras/assignment.ts';
import { phrasePicking } from '../cameras/phrase-plan.ts';
import { usePlanActions } from '../cameras/use-plan-actions.ts';
import { SearchBox } from '../ui/SearchBox.tsx';
import { PickList, type PickListHandle, type PickOption } from './PickList.tsx';
import { cameraText, readerText } from './plan-filter.ts';

interface AssignPickerProps {
  readonly picking: Picking;
  /** What was typed to open it. */
  readonly typed: string;
  readonly beside: RefObject<Element | null>;
  readonly plan: CameraPlan;
  readonly cameras: readonly Camera[];
  readonly readers: readonly PlannedReader[];
  readonly onClose: () => void;
}

/** The multi-select of readers for cameras, or of cameras for readers. Each choice is done at once and can be undone. */
export function AssignPicker(props: AssignPickerProps) {
  const { picking, beside, plan, onClose } = props;
  const [filter, setFilter] = useState(props.typed);
  const list = useRef<PickListHandle>(null);
  const search = useRef<HTMLInputElement>(null);
  const actions = usePlanActions();
  const all = useOptions(props);
  const words = filterWords(filter).join(' ');
  const shown = useMemo(
    () => all.filter(({ found }) => words.split(' ').every((word) => found.includes(word))),
    [all, words],
  );

  const viewsWith = ({ id, text }: PickOption) =>
    picking.kind === 'readers'
      ? viewsOf(picking.cameras, [{ id, name: text }])
      : picking.readers.map((reader) => ({ cameraId: id, reader }));

  const press = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const isToggle = event.key === 'Enter' || (event.key === ' ' && filter === '');
    if (isToggle) list.current?.toggle();
    else if (event.key === 'ArrowDown') list.current?.focus();
    else return;
    event.preventDefault();
  };

  const label = phrasePicking(picking);
  return (
    <Popover
      className="popover pick-popover"
      triggerRef={beside}
      isOpen
      onOpenChange={(isOpen) => !isOpen && onClose()}
      placement="bottom start"
    >
      <Dialog className="pick-dialog" aria-label={label}>
        <h2 className="ellipsis" title={label}>
          {label}
        </h2>
        <SearchBox
          ref={search}
          label={picking.kind === 'readers' ? 'Filter readers' : 'Filter cameras'}
          value={filter}
          onChange={setFilter}
          onKeyDown={press}
          autoFocus
        />
        {shown.length === 0 ? (
          <p className="menu-empty">{all.length === 0 ? 'There are none yet.' : 'Nothing matches.'}</p>
        ) : (
          <PickList
            ref={list}
            label={label}
            options={shown}
            shareOf={(option) => shareOf(viewsWith(option), plan)}
            onToggle={(options) => actions.toggle(options.flatMap(viewsWith))}
            onLeave={() => search.current?.focus()}
          />
        )}
        <p className="pick-foot dim">Enter or Space chooses, Esc closes.</p>
      </Dialog>
    </Popover>
  );
}

interface FoundOption extends PickOption {
  readonly found: string;
}

/** What is chosen already comes first, as it was on opening; then the rest in its order. */
function useOptions({ picking, plan, cameras, readers }: AssignPickerProps): readonly FoundOption[] {
  const [atFirst] = useState(() => plan);
  return useMemo(() => {
    const options: readonly FoundOption[] =
      picking.kind === 'readers'
        ? readers.map((reader) => ({
            id: reader.id,
            text: reader.name || reader.id,
            hint: reader.id,
            found: readerText(reader),
          }))
        : cameras.map((camera) => ({
            id: camera.id,
            text: camera.name,
            hint: [camera.site, camera.id].filter(Boolean).join(' · '),
            found: cameraText(camera),
          }));
    const chosen = chosenIds(picking, atFirst);
    if (chosen.size === 0) return options;
    return [...options.filter(({ id }) => chosen.has(id)), ...options.filter(({ id }) => !chosen.has(id))];
  }, [picking, atFirst, cameras, readers]);
}

function chosenIds(picking: Picking, { views }: CameraPlan): ReadonlySet<string> {
  const chosen = new Set<string>();
  if (picking.kind === 'readers') {
    for (const { id } of picking.cameras) for (const readerId of views.get(id) ?? []) chosen.add(readerId);
  } else {
    const wanted = picking.readers.map(({ id }) => id);
    for (const [cameraId, seen] of views) if (wanted.some((id) => seen.has(id))) chosen.add(cameraId);
  }
  return chosen;
}
