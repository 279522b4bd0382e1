import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, it } from 'vitest';
import { pageColors } from './page-color.ts';

it('are the colours of the window’s own tokens', () => {
  const tokens = readFileSync(resolve(import.meta.dirname, '../../renderer/styles/tokens.css'), 'utf8');
  const grounds = [...tokens.matchAll(/--page: (#[0-9a-f]{6});/g)].map(([, color]) => color);
  expect(new Set(grounds)).toEqual(new Set([pageColors.light, pageColors.dark]));
});
