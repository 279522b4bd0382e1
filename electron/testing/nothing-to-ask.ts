import type { Consent } from '../consent/consent.ts';

/** Nobody has to be asked: every server is known. */
export const nothingToAsk: Consent = { ask: async () => 'not needed' };
