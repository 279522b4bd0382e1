import type { AppError } from '../../core/app-error.ts';
import type { CameraPlan, PlanRefusal } from '../../core/cameras/camera-plan.ts';
import type { Ghost } from '../../core/cameras/coverage.ts';
import type { PlanStep } from '../../core/cameras/plan-action.ts';
import { exhaustive } from '../../core/result.ts';
import { counted, formatCount } from '../../core/text/amounts.ts';
import type { Picking } from './assignment.ts';

/** What a step of the plan did, as the tooltips of Undo and Redo say it. */
export function phraseStep({ action, edits }: PlanStep): string {
  const cameras = counted(edits.filter(({ kind }) => kind === 'camera').length, 'camera');
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
      return counted(views, 'reader put in view of a camera', 'readers put in view');
    case 'unassign':
      return counted(views, 'reader taken out of view', 'readers taken out of view');
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
  `${formatCount(inView)} of ${counted(readers, 'reader')} in view of a camera`;

/** What a multi-select is called: `Readers for Dock Cam 1`, `Cameras for 4 readers`. */
export function phrasePicking(picking: Picking): string {
  if (picking.kind === 'readers') {
    const [only, ...others] = picking.cameras;
    return `Readers for ${only && others.length === 0 ? only.name : counted(picking.cameras.length, 'camera')}`;
  }
  const [only, ...others] = picking.readers;
  return `Cameras for ${only && others.length === 0 ? only.name || only.id : counted(picking.readers.length, 'reader')}`;
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
  total === 0 ? 'Nothing to do in Camio yet' : `${formatCount(done)} of ${counted(total, 'camera')} done`;

/** Why a worksheet has readers that nobody can choose now: `3 readers are not in Camio yet…`. */
export function phraseWaiting(readers: number): string {
  const what = counted(readers, 'reader is', 'readers are');
  const them = readers === 1 ? 'it' : 'them';
  return `${what} not in Camio yet: its settings page offers ${them} once the list is pushed.`;
}
