import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { boundsToOpen } from './window-place.ts';

const screen = { x: 0, y: 25, width: 1920, height: 1055 };
const second = { x: 1920, y: 0, width: 1280, height: 1024 };

describe('boundsToOpen', () => {
  it('leaves the position of the first start to the system', () => {
    expect(boundsToOpen({ bounds: null, maximised: false }, [screen])).toEqual({ width: 1280, height: 820 });
  });

  it('opens where the window was', () => {
    const bounds = { x: 2000, y: 10, width: 1000, height: 700 };
    expect(boundsToOpen({ bounds, maximised: false }, [screen, second])).toEqual(bounds);
  });

  it('keeps the size but not the place where the screen is gone', () => {
    const bounds = { x: 2000, y: 10, width: 1000, height: 700 };
    expect(boundsToOpen({ bounds, maximised: false }, [screen])).toEqual({ width: 1000, height: 700 });
  });

  it('does not open with the title bar above the screen, or nearly all of it beside', () => {
    const size = { width: 1000, height: 700 };
    for (const place of [
      { x: 100, y: 0 },
      { x: 1850, y: 100 },
      { x: 100, y: 1075 },
    ]) {
      expect(boundsToOpen({ bounds: { ...size, ...place }, maximised: false }, [screen])).toEqual(size);
    }
  });

  it('shrinks to the largest screen, but not below what the pages need', () => {
    const bounds = { x: 0, y: 0, width: 5000, height: 100 };
    const small = { x: 0, y: 0, width: 1024, height: 600 };
    expect(boundsToOpen({ bounds, maximised: false }, [small])).toEqual({ x: 0, y: 0, width: 1024, height: 600 });
  });

  it('always leaves enough of the title bar to hold', () => {
    const number = fc.integer({ min: -5000, max: 5000 });
    const size = fc.integer({ min: 1, max: 8000 });
    fc.assert(
      fc.property(fc.record({ x: number, y: number, width: size, height: size }), (bounds) => {
        const { x, y, width = 0 } = boundsToOpen({ bounds, maximised: false }, [screen, second]);
        if (x === undefined || y === undefined) return;
        const held = [screen, second].some(
          (area) =>
            Math.min(x + width, area.x + area.width) - Math.max(x, area.x) >= 120 &&
            y >= area.y &&
            y < area.y + area.height,
        );
        expect(held).toBe(true);
      }),
    );
  });
});
