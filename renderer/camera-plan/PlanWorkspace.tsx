import { Cctv, Download, Plus, SearchX } from 'lucide-react';
import { useCallback, useRef, useState } from 'react';
import type { Camera, PlannedReader } from '../../core/cameras/camera.ts';
import type { PlanEdit } from '../../core/cameras/plan-action.ts';
import type { Picking } from '../cameras/assignment.ts';
import { useCoverage } from '../cameras/use-coverage.ts';
import { usePlanActions } from '../cameras/use-plan-actions.ts';
import { goToCursorCell } from '../grid/use-grid-focus.ts';
import { Button } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { useIsLineOpen } from '../ui/new-line.ts';
import { useCommand } from '../window/shortcuts.ts';
import { AssignPicker } from './AssignPicker.tsx';
import { CamerasGrid } from './CamerasGrid.tsx';
import { NewCamera } from './NewCamera.tsx';
import { PlanSide } from './PlanSide.tsx';
import { PlanToolbar } from './PlanToolbar.tsx';
import { chosenCameras } from './use-cameras-input.ts';
import { useCamerasList } from './use-cameras-list.ts';
import { useImportCameras } from './use-import-cameras.ts';
import { useNewCameraLine } from './use-new-camera.ts';
import { type PlanFilter, usePlanView } from './use-plan-view.ts';

const noFilter: PlanFilter = { text: '', isWithoutReader: false };
const none: ReadonlySet<string> = new Set();

/** The plan from both sides: the cameras with the readers they see, and the readers that are not as they should be. */
export function PlanWorkspace() {
  const [filter, setFilter] = useState(noFilter);
  const newLine = useNewCameraLine();
  const isAdding = useIsLineOpen(newLine);
  // Added, or brought back by undo, since the filter was set: what a person just did is seen, whatever the filter says.
  const [inSight, setInSight] = useState(none);
  const [picking, setPicking] = useState<{ readonly of: Picking; readonly typed: string } | null>(null);
  const beside = useRef<Element>(null);
  const grid = useRef<HTMLDivElement>(null);
  const actions = usePlanActions();
  const importing = useImportCameras();
  useCommand('import', importing.start);
  const view = usePlanView(filter, picking?.of ?? null, inSight);
  const list = useCamerasList(view.shown);
  const coverage = useCoverage();
  const { plan } = view;

  const goToGrid = () => goToCursorCell(grid.current);
  const changeFilter = (next: PlanFilter) => {
    setFilter(next);
    setInSight(none);
  };
  const pick = useCallback((of: Picking, at: Element, typed = '') => {
    beside.current = at;
    setPicking({ of, typed });
  }, []);
  const pickReaders = useCallback(
    (camera: Camera, at: Element, typed: string) => {
      // Several selected cameras are planned together where this is one of them.
      const chosen = list.selection.rows.has(camera.id) ? chosenCameras(list) : [camera];
      pick({ kind: 'readers', cameras: chosen }, at, typed);
    },
    [list, pick],
  );
  const pickCameras = useCallback(
    (readers: readonly PlannedReader[], at: Element) => pick({ kind: 'cameras', readers }, at),
    [pick],
  );
  /** Puts the keyboard on the first of these cameras and keeps all of them in sight. */
  const show = (ids: readonly string[]) => {
    const [first] = ids;
    if (first === undefined) return;
    setInSight((before) => new Set([...before, ...ids]));
    list.moveToCamera(first);
  };

  return (
    <>
      <PlanToolbar
        filter={filter}
        onFilter={changeFilter}
        onLeaveFilter={goToGrid}
        withoutReader={coverage.camerasWithoutReader.length}
        selected={list.selection.rows.size}
        canDelete={chosenCameras(list).length > 0}
        onAdd={newLine.open}
        onImport={importing.start}
        onDelete={() => actions.deleteCameras(chosenCameras(list))}
        onUndo={() => show(camerasOf(actions.undo()))}
        onRedo={() => show(camerasOf(actions.redo()))}
      />
      <div className="plan-split">
        <div className="cameras-card">
          {isAdding ? <NewCamera onAdded={(id) => show([id])} onClose={goToGrid} /> : null}
          <CamerasGrid grid={grid} list={list} plan={plan} readers={view.readers} onPick={pickReaders} />
          {view.cameras.length === 0 ? (
            <EmptyState
              icon={<Cctv aria-hidden="true" />}
              title="No cameras yet"
              actions={
                <>
                  <Button icon={<Plus aria-hidden="true" />} onPress={newLine.open}>
                    Add the first camera
                  </Button>
                  <Button icon={<Download aria-hidden="true" />} onPress={importing.start}>
                    Import from a file
                  </Button>
                </>
              }
            >
              Camio does not say which cameras there are. Add or import them as its settings page names them, then
              choose the readers each one sees.
            </EmptyState>
          ) : null}
          {view.cameras.length > 0 && view.shown.length === 0 ? (
            <EmptyState
              icon={<SearchX aria-hidden="true" />}
              title={filter.text.trim() ? 'No camera matches' : 'Every camera sees a reader'}
              actions={<Button onPress={() => changeFilter(noFilter)}>Show all cameras</Button>}
            />
          ) : null}
        </div>
        <PlanSide plan={plan} readers={view.list} coverage={coverage} words={view.words} onPick={pickCameras} />
      </div>
      {picking ? (
        <AssignPicker
          picking={picking.of}
          typed={picking.typed}
          beside={beside}
          plan={plan}
          cameras={view.cameras}
          readers={view.list}
          onClose={() => setPicking(null)}
        />
      ) : null}
      {importing.wizard}
    </>
  );
}

/** The cameras that edits left their mark on; those they took away are not to be seen. */
function camerasOf(edits: readonly PlanEdit[]): readonly string[] {
  return edits.flatMap((edit) => {
    if (edit.kind === 'view') return [edit.cameraId];
    return edit.kind === 'camera' && edit.after ? [edit.after.id] : [];
  });
}
