import type { RenamePreview, RenameProblem } from '../../core/rename/rename-preview.ts';
import type { LetterCase } from '../../core/rename/rename-rule.ts';
import { counted, formatCount } from '../../core/text/amounts.ts';
import type { RenameKind } from './rename-form.ts';

export const kindNames: Readonly<Record<RenameKind, string>> = {
  replace: 'Find and replace',
  add: 'Add text before or after',
  case: 'Change upper and lower case',
  'clean up': 'Clean up',
  number: 'Number in order',
  template: 'Build from a template',
};

export const caseNames: Readonly<Record<LetterCase, string>> = {
  title: 'Every Word In Capitals',
  sentence: 'First word only',
  lower: 'all lower case',
  upper: 'ALL UPPER CASE',
};

export const problemTags: Readonly<Record<RenameProblem, string>> = {
  'no name': 'No name',
  'missing part': 'Part missing',
  unusable: 'Not usable',
  shared: 'Shared name',
  'extra space': 'Extra space',
  long: 'Long name',
};

export const problemSentences: Readonly<Record<RenameProblem, string>> = {
  'no name': 'This would leave no name. The reader keeps the one it has.',
  'missing part':
    'This name has nothing for one of the fields of the template, such as the site. The reader keeps the one it has.',
  unusable: 'The new name has a control character or half a character. The reader keeps the one it has.',
  shared: 'Another reader has this name too, or gets it.',
  'extra space': 'The new name starts or ends with a space, or has two in a row.',
  long: 'The new name is over 64 characters and may be cut off in Camio.',
};

/** `312 readers will be renamed`, and whatever else there is to say, each with its exact number. */
export function phrasePreview({ renamed, unchanged, kept, shared, spaced, long }: RenamePreview): string[] {
  return [
    `${counted(renamed, 'reader')} will be renamed`,
    ...(unchanged > 0 ? [`${formatCount(unchanged)} unchanged`] : []),
    ...(shared > 0 ? [`${formatCount(shared)} with a name another reader has too`] : []),
    ...(kept > 0 ? [`${formatCount(kept)} cannot be renamed like this`] : []),
    ...(spaced > 0 ? [`${formatCount(spaced)} with an extra space`] : []),
    ...(long > 0 ? [`${formatCount(long)} over 64 characters`] : []),
  ];
}
