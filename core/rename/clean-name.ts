import { inOneAlphabet } from '../text/look-alikes.ts';
import { oddSpace, unseen } from '../text/unseen.ts';
import type { CleanUp } from './rename-rule.ts';

const spacesOfAnyKind = new RegExp(`(?:[\\t\\n\\v\\f\\r\\u0085]|${oddSpace.source})+`, 'gu');
const withoutLook = new RegExp(`\\p{Cc}|${unseen.source}`, 'gu');

/** The name without what nobody put there on purpose, as far as it was asked for. */
export function cleanName(name: string, { spaces, invisible, accents, lookAlikes }: CleanUp): string {
  let clean = name;
  if (invisible) clean = clean.replace(spacesOfAnyKind, ' ').replace(withoutLook, '');
  if (accents) clean = clean.normalize('NFC');
  if (lookAlikes) clean = inOneAlphabet(clean);
  if (spaces) clean = clean.trim().replace(/ {2,}/g, ' ');
  return clean;
}
