import type { AppError } from '../../core/app-error.ts';
import type { CameraPlan, PlanRefusal } from '../../core/cameras/camera-plan.ts';
import type { Ghost } from '../../core/cameras/coverage.ts';
import type { PlanStep } from '../../core/cameras/plan-action.ts';
import { countReaders, formatCount } from '../../core/readers/phrase-changes.ts';
import { exhaustive } from '../../core/result.ts';
import type { Picking } from './assignment.ts';

/** `1 camera`, `1,284 cameras`. */
export const countCameras = (count: number): string => (count === 1 ? '1 camera' : `${formatCount(count)} cameras`);

/** What a step of the plan did, as the tooltips of Undo and Redo say it. */
export function phraseStep({ action, edits }: PlanStep): string {
  const cameras = countCameras(edits.filter(({ kind }) => kind === 'camera').length);
  const views = edits.filter(({ kind }) => kind === 'view').length;
  switch (action) {
    case 'add cameras':
      return `${cameras} added`;
    case 'change cameras':
      return `${cameras} changed`;
    case 'delete cameras':
      return `${cameras} deleted`;
    case 'import cameras':
      return `${cameras} imported`;
    case 'assign':
      return views === 1 ? '1 reader put in view of a camera' : `${formatCount(views)} readers put in view`;
    case 'unassign':
      return views === 1 ? '1 reader taken out of view' : `${formatCount(views)} readers taken out of view`;
    case 'same reader':
      return 'a reader given its new ID';
    default:
      return exhaustive(action);
  }
}

/** Why the plan does not do what was asked, in sentences. */
export function phrasePlanRefusal(refusal: PlanRefusal | { readonly code: 'not open' }, plan?: CameraPlan): AppError {
  switch (refusal.code) {
    case 'no such camera':
      return {
        code: 'not-found',
        message: 'This camera is not in the plan any more.',
        next: 'Press Undo to bring it back first.',
      };
    case 'camera id exists': {
      const owner = plan?.cameras.get(refusal.cameraId)?.name;
      return {
        code: 'invalid-input',
        message: `The ID "${refusal.cameraId}" belongs to ${owner ? `“${owner}”` : 'another camera'} already.`,
        next: 'Enter another ID, or leave it empty.',
      };
    }
    case 'nothing changes':
      return { code: 'blocked', message: 'That changes nothing.', next: 'Go on planning.' };
    case 'nothing to undo':
      return { code: 'blocked', message: 'There is nothing to undo.', next: 'Go on planning.' };
    case 'nothing to redo':
      return { code: 'blocked', message: 'There is nothing to redo.', next: 'Go on planning.' };
    case 'not open':
      return {
        code: 'busy',
        message: 'The camera plan is not open yet.',
        next: 'Wait until it is shown, then try again.',
      };
    default:
      return exhaustive(refusal);
  }
}

/** The contract's summary: `1,102 of 1,284 readers in view of a camera`. */
export const phraseCoverage = ({ inView, readers }: { readonly inView: number; readonly readers: number }): string =>
  `${formatCount(inView)} of ${countReaders(readers)} in view of a camera`;

/** `86 %`; 100 only where none is missing, 0 only where all are. */
export function percentOf(part: number, whole: number): number {
  if (whole === 0 || part === whole) return whole === 0 ? 0 : 100;
  return part === 0 ? 0 : Math.min(99, Math.max(1, Math.round((part / whole) * 100)));
}

/** What a multi-select is called: `Readers for Dock Cam 1`, `Cameras for 4 readers`. */
export function phrasePicking(picking: Picking): string {
  if (picking.kind === 'readers') {
    const [only, ...others] = picking.cameras;
    return `Readers for ${only && others.length === 0 ? only.name : countCameras(picking.cameras.length)}`;
  }
  const [only, ...others] = picking.readers;
  return `Cameras for ${only && others.length === 0 ? only.name || only.id : countReaders(picking.readers.length)}`;
}

/** Where a ghost still is: `In the plan on Dock Cam 1. Camio still has it on Dock Cam 1.` */
export function phraseGhost({ cameras, held }: Ghost): string {
  const planned = cameras.length > 0 ? [`In the plan on ${fewNames(cameras.map(({ name }) => name))}.`] : [];
  const inCamio =
    held.length > 0 ? [`Camio still has it on ${fewNames(held.map(({ cameraName }) => cameraName))}.`] : [];
  return [...planned, ...inCamio].join(' ');
}

const mostNames = 3;

function fewNames(names: readonly string[]): string {
  const more = names.length - mostNames;
  return more > 0 ? `${names.slice(0, mostNames).join(', ')} and ${formatCount(more)} more` : names.join(', ');
}

/** `41 of 52 cameras done`; where nothing can be done yet, so. */
export const phraseProgress = ({ done, total }: { readonly done: number; readonly total: number }): string =>
  total === 0 ? 'Nothing to do in Camio yet' : `${formatCount(done)} of ${countCameras(total)} done`;

/** Why a worksheet has readers that nobody can choose now: `3 readers are not in Camio yet…`. */
export function phraseWaiting(readers: number): string {
  const [what, them] = readers === 1 ? ['1 reader is', 'it'] : [`${formatCount(readers)} readers are`, 'them'];
  return `${what} not in Camio yet: its settings page offers ${them} once the list is pushed.`;
}
