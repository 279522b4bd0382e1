import { formatCount } from '../../core/readers/phrase-changes.ts';

/** `1 byte`, `58,213 bytes`: exact, since it is what goes over the wire. */
export const byteAmount = (bytes: number): string => (bytes === 1 ? '1 byte' : `${formatCount(bytes)} bytes`);
