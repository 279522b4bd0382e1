import type { Damage } from '../import/import-comparison.ts';
import { DamageIndex } from '../import/spreadsheet-damage.ts';
import { looseFold } from '../readers/loose-text.ts';
import type { Rows } from '../readers/rows.ts';

/** Where an id is in the draft: the row of its reader, which may have been removed, or `several` readers. */
export type IdPlace = number | 'several';

/** Why an id that the list does not have may be meant for one that it has. */
export type IdDoubt = Damage | 'case or spaces';

/** `known` is the id of the list that may be meant; null where several may be, or none can be told. */
export interface LikeId {
  readonly doubt: IdDoubt;
  readonly known: string | null;
}

/** The ids of a draft, to look pasted ids up in: exactly, and by what spreadsheets and hands do to them. */
export class KnownIds {
  private readonly places = new Map<string, IdPlace>();
  /** Made when they are first asked for: mostly every id is known exactly. */
  private damages: DamageIndex | null = null;
  private folds: ReadonlyMap<string, string | null> | null = null;

  constructor(rows: Rows) {
    const removed = new Set<string>();
    rows.forEach(({ base, mine }, row) => {
      if (mine) {
        const isFree = !this.places.has(mine.id) || removed.delete(mine.id);
        this.places.set(mine.id, isFree ? row : 'several');
      } else if (base && !this.places.has(base.id)) {
        this.places.set(base.id, row);
        removed.add(base.id);
      }
    });
  }

  placeOf(id: string): IdPlace | null {
    return this.places.get(id) ?? null;
  }

  /** For an id that has no place: what it may stand for. An id is never taken for another by itself. */
  likeId(id: string): LikeId | null {
    this.damages ??= new DamageIndex(this.places.keys());
    const origins = this.damages.originsOf(id) ?? this.withOtherZeros(id, this.damages);
    if (origins) return { doubt: origins.damage, known: onlyOne(origins.ids) };
    this.folds ??= foldedIds(this.places.keys());
    const known = this.folds.get(looseFold(id));
    return known === undefined ? null : { doubt: 'case or spaces', known };
  }

  /** `00124` where the list has `124` or `0124`: it is the list then, perhaps, that has lost them. */
  private withOtherZeros(id: string, damages: DamageIndex): ReturnType<DamageIndex['originsOf']> {
    const bare = id.replace(/^0+(?=\d)/, '');
    if (bare === id) return null;
    if (this.places.has(bare)) return { damage: 'lost leading zeros', ids: [bare] };
    const origins = damages.originsOf(bare);
    return origins?.damage === 'lost leading zeros' ? origins : null;
  }
}

function onlyOne(ids: readonly string[]): string | null {
  return ids.length === 1 ? (ids[0] ?? null) : null;
}

/** Ids by their fold; null where several have the same. */
function foldedIds(ids: Iterable<string>): ReadonlyMap<string, string | null> {
  const folded = new Map<string, string | null>();
  for (const id of ids) {
    const fold = looseFold(id);
    folded.set(fold, folded.has(fold) ? null : id);
  }
  return folded;
}
