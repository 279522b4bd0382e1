import { looseFold, looseKey } from './loose-text.ts';

/** The rows of one key: the only row's number, or all of them by exact text. */
type Group = number | Map<string, Set<number>>;

/** What a row's text has in common with others. */
export interface Likeness {
  /** Rows with this very text, its own included. */
  readonly same: number;
  /** Another text with the same fold, which looks much the same; null where there is none. */
  readonly near: string | null;
}

const alone: Likeness = { same: 1, near: null };

/**
 * The ids, or the names, of a list, and which of them are the same or nearly so. A row that changes costs what it
 * touches and never a look at the whole list. Empty texts are like nothing.
 */
export class LikeTexts {
  private readonly groups = new Map<number, Group>();
  private readonly texts: (string | undefined)[] = [];

  /** Gives a row its text, or takes it away, whatever it had before. */
  set(row: number, text: string | undefined): void {
    if (this.texts[row] === text) return;
    this.remove(row);
    this.texts[row] = text;
    if (text) this.add(row, text);
  }

  /** What `text` has in common with the others, as the text of `row`: one it has, or one it might get. */
  likeness(row: number, text: string): Likeness {
    const group = text === '' ? undefined : this.groups.get(looseKey(text));
    if (group === undefined || group === row) return alone;
    if (typeof group === 'number') {
      const other = this.texts[group] ?? '';
      return other === text ? { same: 2, near: null } : { same: 1, near: isNear(other, text) ? other : null };
    }
    const rows = group.get(text);
    const same = (rows?.size ?? 0) + (rows?.has(row) ? 0 : 1);
    for (const [other, { size }] of group) {
      const isRowsOwn = size === 1 && this.texts[row] === other;
      if (other !== text && !isRowsOwn && isNear(other, text)) return { same, near: other };
    }
    return same === 1 ? alone : { same, near: null };
  }

  /** The key under which rows are looked for that are like a row; undefined for one without a text. */
  keyOf(row: number): number | undefined {
    const text = this.texts[row];
    return text ? looseKey(text) : undefined;
  }

  /** Rows whose texts have this key: what one of them has in common with others may change with any of them. */
  *rowsOf(key: number): Generator<number> {
    const group = this.groups.get(key);
    if (group instanceof Map) for (const rows of group.values()) yield* rows;
    else if (group !== undefined) yield group;
  }

  private add(row: number, text: string): void {
    const key = looseKey(text);
    const group = this.groups.get(key);
    if (group === undefined) this.groups.set(key, row);
    else if (group instanceof Map) addTo(group, row, text);
    else {
      const several = new Map([[this.texts[group] ?? '', new Set([group])]]);
      this.groups.set(key, several);
      addTo(several, row, text);
    }
  }

  private remove(row: number): void {
    const text = this.texts[row];
    if (!text) return;
    const key = looseKey(text);
    const group = this.groups.get(key);
    if (!(group instanceof Map)) {
      this.groups.delete(key);
      return;
    }
    const same = group.get(text);
    same?.delete(row);
    if (same?.size === 0) group.delete(text);
    if (group.size === 0) this.groups.delete(key);
  }
}

/** Two folds can have one key, so that the key alone does not tell. */
function isNear(text: string, other: string): boolean {
  return looseFold(text) === looseFold(other);
}

function addTo(group: Map<string, Set<number>>, row: number, text: string): void {
  const same = group.get(text);
  if (same) same.add(row);
  else group.set(text, new Set([row]));
}
