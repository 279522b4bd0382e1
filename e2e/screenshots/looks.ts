import type { Page } from '@playwright/test';

const folder = 'test-results/screenshots';
const sizes = { small: { width: 900, height: 600 }, usual: { width: 1280, height: 800 } } as const;

/** How a window is looked at: in each colour scheme, at the smallest and the usual size. */
export const looks = (['light', 'dark'] as const).flatMap((colorScheme) =>
  (['small', 'usual'] as const).map((size) => ({ colorScheme, size })),
);

/** Gives the window a look. What it answers takes pictures, numbered in their order and named by `pages` and their own name. */
export async function lookAt(
  window: Page,
  { colorScheme, size }: (typeof looks)[number],
  pages: string,
): Promise<(name: string) => Promise<void>> {
  await window.setViewportSize(sizes[size]);
  await window.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
  let count = 0;
  return async (name) => {
    count += 1;
    const number = String(count).padStart(2, '0');
    await window.screenshot({ path: `${folder}/${colorScheme}-${size}-${pages}-${number}-${name}.png` });
  };
}
