import type { Step } from '../../core/draft/draft.ts';
import { counted } from '../../core/text/amounts.ts';

const verbs = {
  add: 'added',
  rename: 'renamed',
  'set id': 'given another ID',
  delete: 'removed',
  revert: 'brought back',
  'set list': 'restored from a snapshot',
  import: 'imported',
  paste: 'pasted',
  merge: 'merged with Camio’s list',
} as const satisfies Record<Step['action'], string>;

/** A step of the draft: `298 readers renamed`. */
export const phraseStep = ({ action, edits }: Step): string => `${counted(edits.length, 'reader')} ${verbs[action]}`;
