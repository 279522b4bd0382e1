import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CellPlace, type GridPress, gridIntent } from './grid-keys.ts';

const size = { rows: 100, columns: 5, page: 20 };

function press(keys: string): GridPress {
  const parts = keys.split('+');
  const key = parts.at(-1) ?? '';
  return { key, command: parts.includes('Mod'), shift: parts.includes('Shift'), alt: parts.includes('Alt') };
}

const from = (index: number, column: number): CellPlace => ({ index, column });

describe('moving', () => {
  it.each([
    ['ArrowDown', from(3, 2), from(4, 2)],
    ['ArrowUp', from(0, 2), from(-1, 2)],
    ['ArrowUp', from(-1, 2), from(-1, 2)],
    ['ArrowDown', from(99, 2), from(99, 2)],
    ['ArrowLeft', from(3, 0), from(3, 0)],
    ['ArrowRight', from(3, 4), from(3, 4)],
    ['Home', from(3, 2), from(3, 0)],
    ['End', from(3, 2), from(3, 4)],
    ['Mod+Home', from(50, 3), from(0, 0)],
    ['Mod+End', from(50, 1), from(99, 4)],
    ['PageDown', from(3, 2), from(23, 2)],
    ['PageDown', from(95, 2), from(99, 2)],
    ['PageUp', from(10, 2), from(0, 2)],
    ['Mod+ArrowDown', from(3, 2), from(99, 2)],
  ])('%s from %o goes to %o', (keys, at, to) => {
    expect(gridIntent(press(keys), at, size)).toEqual({ kind: 'move', to, extend: false });
  });

  it('extends the selection with Shift, but not along a row', () => {
    expect(gridIntent(press('Shift+ArrowDown'), from(3, 2), size)).toMatchObject({ extend: true });
    expect(gridIntent(press('Shift+ArrowRight'), from(3, 2), size)).toMatchObject({ extend: false });
  });

  it('never leaves the grid', () => {
    const keys = ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'PageUp', 'PageDown', 'Home', 'End'];
    const anyPress = fc.record({
      key: fc.constantFrom(...keys),
      command: fc.boolean(),
      shift: fc.boolean(),
      alt: fc.constant(false),
    });
    fc.assert(
      fc.property(fc.array(anyPress), fc.nat({ max: 30 }), (presses, rows) => {
        let at = from(-1, 0);
        for (const each of presses) {
          const intent = gridIntent(each, at, { ...size, rows });
          if (intent?.kind === 'move') at = intent.to;
          expect(at.index).toBeGreaterThanOrEqual(-1);
          expect(at.index).toBeLessThan(Math.max(rows, 1));
          expect(at.column).toBeGreaterThanOrEqual(0);
          expect(at.column).toBeLessThan(size.columns);
        }
      }),
    );
  });
});

describe('acting', () => {
  it.each([
    ['Enter', { kind: 'open' }],
    ['F2', { kind: 'edit', typed: null }],
    ['N', { kind: 'edit', typed: 'N' }],
    ['ü', { kind: 'edit', typed: 'ü' }],
    [' ', { kind: 'select' }],
    ['Delete', { kind: 'remove' }],
    ['Escape', { kind: 'select none' }],
    ['Mod+a', { kind: 'select all' }],
  ])('%s asks for %o', (keys, intent) => {
    expect(gridIntent(press(keys), from(3, 2), size)).toEqual(intent);
  });

  it.each(['f', 'n', 'Mod+z', 'Mod+s', 'Tab', 'F5', 'Alt+x', 'Shift'])('leaves %s to the window', (keys) => {
    expect(gridIntent(press(keys), from(3, 2), size)).toBeNull();
  });
});
