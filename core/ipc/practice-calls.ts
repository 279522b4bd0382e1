import type { PracticeStatus } from '../practice/practice.ts';
import { answers, nothing } from './call.ts';

export const practiceCalls = {
  status: answers<PracticeStatus>()(nothing),
  /** Puts the practice account back to its first list and forgets what it received. */
  reset: answers<PracticeStatus>()(nothing),
};
