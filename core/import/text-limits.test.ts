import { expect, it } from 'vitest';
import { beyondTextLimits } from './text-limits.ts';

it.each([
  ['as many rows as a sheet has', '1,Lobby\n'.repeat(1_048_576), null],
  ['lines beyond any list', '\n'.repeat(2_200_000), 'too many rows'],
  ['lines beyond any list, ended as on old Macs', '1\r'.repeat(2_200_000), 'too many rows'],
  ['a line of columns that never ends', 'a,'.repeat(1_000_000), 'too many columns'],
  ['columns within the limit', `${'a,'.repeat(999)}a\n`, null],
  ['a long cell in quotes', `1,"${'a,'.repeat(100_000)}"\n`, null],
])('looks at a text before it is cut into cells: %s', (_, text, code) => {
  expect(beyondTextLimits(text, ',')?.code ?? null).toBe(code);
});
