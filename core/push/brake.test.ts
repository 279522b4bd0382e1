import { describe, expect, it } from 'vitest';
import { brakeFor } from './brake.ts';

describe('the brake', () => {
  it.each([
    { removed: 0, of: 10, kept: 10, holds: null },
    { removed: 0, of: 0, kept: 3, holds: null },
    { removed: 1, of: 1, kept: 0, holds: 'empties the list' },
    { removed: 340, of: 340, kept: 0, holds: 'empties the list' },
    // Every reader replaced by another: the list is not empty, but nothing of it is left.
    { removed: 2, of: 2, kept: 2, holds: 'removes many' },
    // More than 3 and over 20 %.
    { removed: 3, of: 10, kept: 7, holds: null },
    { removed: 4, of: 20, kept: 16, holds: null },
    { removed: 4, of: 19, kept: 15, holds: 'removes many' },
    { removed: 5, of: 20, kept: 15, holds: 'removes many' },
    { removed: 256, of: 1284, kept: 1028, holds: null },
    { removed: 257, of: 1284, kept: 1027, holds: 'removes many' },
    // Over half, at any size.
    { removed: 1, of: 2, kept: 1, holds: null },
    { removed: 2, of: 3, kept: 1, holds: 'removes many' },
    { removed: 3, of: 6, kept: 3, holds: null },
    { removed: 3, of: 5, kept: 2, holds: 'removes many' },
  ])('$removed of $of removed, $kept kept: $holds', ({ holds, ...numbers }) => {
    const brake = brakeFor(numbers);
    expect(brake?.reason ?? null).toBe(holds);
    if (brake) expect(brake).toMatchObject({ removed: numbers.removed, of: numbers.of });
  });
});
