import type { Rectangle } from 'electron';

/** Where the window was when it was last closed. `bounds` are those it has when not maximised; null at first start. */
export interface WindowPlace {
  readonly bounds: Rectangle | null;
  readonly maximised: boolean;
}

export const smallestSize = { width: 900, height: 600 };
const firstSize = { width: 1280, height: 820 };

/** How much of the title bar must be on a screen for a person to be able to drag the window. */
const grip = { width: 120, height: 32 };

/**
 * The bounds to open the window with. Where the screens (`workAreas`) have changed so that it could not be reached, it
 * keeps its size and goes to the middle of the main screen (no x and y); it is never larger than the largest screen.
 */
export function boundsToOpen({ bounds }: WindowPlace, workAreas: readonly Rectangle[]): Partial<Rectangle> {
  const { width, height } = bounds ?? firstSize;
  const size = {
    width: within(width, smallestSize.width, Math.max(...workAreas.map((area) => area.width))),
    height: within(height, smallestSize.height, Math.max(...workAreas.map((area) => area.height))),
  };
  if (bounds === null) return size;
  const asBefore = { ...size, x: bounds.x, y: bounds.y };
  return workAreas.some((area) => gripIsOn(area, asBefore)) ? asBefore : size;
}

function within(value: number, smallest: number, largest: number): number {
  return Math.max(smallest, Math.min(value, largest));
}

function gripIsOn(area: Rectangle, { x, y, width }: Rectangle): boolean {
  const shared = Math.min(x + width, area.x + area.width) - Math.max(x, area.x);
  return shared >= grip.width && y >= area.y && y + grip.height <= area.y + area.height;
}
