import type { CameraPlan } from '../cameras/camera-plan.ts';
import type { WorksheetScope, WorksheetState } from '../cameras/worksheet-state.ts';
import type { ListedReaders } from './listed-readers.ts';
import { RunningWorksheet } from './running-worksheet.ts';
import { type WorksheetLine, waitingIn } from './worksheet-line.ts';

/**
 * The plan in the order of Camio's settings page: by camera name, each camera's readers by name. `changed` leaves out the
 * cameras that need no hand, now or after the next push. What the plan has beyond the list cannot be chosen in Camio.
 */
export function worksheetLines(
  plan: CameraPlan,
  listed: ListedReaders,
  state: WorksheetState,
  scope: WorksheetScope,
): readonly WorksheetLine[] {
  return linesInScope(new RunningWorksheet().lines(plan, listed, state), scope);
}

export function linesInScope(lines: readonly WorksheetLine[], scope: WorksheetScope): readonly WorksheetLine[] {
  return scope === 'all' ? lines : lines.filter((line) => line.isChanged || waitingIn(line) > 0);
}

/** How far the round is: cameras ticked, of those that need a hand now. */
export function worksheetProgress(lines: readonly WorksheetLine[]): { readonly done: number; readonly total: number } {
  let [done, total] = [0, 0];
  for (const line of lines) {
    if (line.isChanged) total += 1;
    if (line.isChanged && line.isDone) done += 1;
  }
  return { done, total };
}
