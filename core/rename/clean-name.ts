import { inOneAlphabet } from './look-alikes.ts';
import type { CleanUp } from './rename-rule.ts';

const oddSpaces = /[\t\n\v\f\r\u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+/g;
/**
 * Nothing to see and nothing lost without: control characters, zero-width and direction marks, fillers. Joiners stay,
 * emoji and several scripts are written with them; so do the tags that flags are made of.
 */
const unseen =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out
  /[\0-\x1f\x7f-\x9f\u00ad\u061c\u115f\u1160\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb]+/g;

/** The name without what nobody put there on purpose, as far as it was asked for. */
export function cleanName(name: string, { spaces, invisible, accents, lookAlikes }: CleanUp): string {
  let clean = name;
  if (invisible) clean = clean.replace(oddSpaces, ' ').replace(unseen, '');
  if (accents) clean = clean.normalize('NFC');
  if (lookAlikes) clean = inOneAlphabet(clean);
  if (spaces) clean = clean.trim().replace(/ {2,}/g, ' ');
  return clean;
}
