import { journalledNotices } from '../store/journalled/journalled-notices.ts';

/** What a person is told of a draft's files. */
export const draftNotices = journalledNotices('draft', {
  whenDamaged: 'Look the list over before you push it.',
  whenLost: 'Refresh from Camio to start from its list.',
});

/** The window acted on an earlier state of the draft. */
export const outOfStep = draftNotices.outOfStep;
