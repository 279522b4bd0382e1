/** Why a push is held until the person types how many readers it removes. */
export interface Brake {
  readonly reason: 'empties the list' | 'removes many';
  /** The number to type. */
  readonly removed: number;
  readonly of: number;
}

/** Removing more than this many… */
const fewReaders = 3;
/** …and more than this share of the base is suspicious; */
const suspiciousShare = 0.2;
/** more than this share is suspicious at any size. */
const anySizeShare = 0.5;

/** The brake a push with these numbers meets, or null. `kept` is the length of the list that would be sent. */
export function brakeFor({ removed, of, kept }: { removed: number; of: number; kept: number }): Brake | null {
  if (removed === 0) return null;
  if (kept === 0) return { reason: 'empties the list', removed, of };
  const share = removed / of;
  const many = (removed > fewReaders && share > suspiciousShare) || share > anySizeShare;
  return many ? { reason: 'removes many', removed, of } : null;
}
