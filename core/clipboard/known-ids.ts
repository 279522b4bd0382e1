import { IdForms } from '../import/id-forms.ts';
import type { Damage } from '../import/import-comparison.ts';
import { DamageIndex } from '../import/spreadsheet-damage.ts';
import type { Rows } from '../readers/rows.ts';

/** Where an id is in the draft: the row of its reader, which may have been removed, or `several` readers. */
export type IdPlace = number | 'several';

/** `known` is the id of the list that may be meant; null where several may be, or none can be told. */
export interface LikeId {
  readonly doubt: Damage;
  readonly known: string | null;
}

/** Ids looked at between two pauses. */
const sliceIds = 2_000;

/**
 * The ids of a draft, to look pasted ids up in: exactly, and by what spreadsheets and hands do to them. Gathering them
 * pauses now and then, so that the window can go on meanwhile.
 */
export class KnownIds {
  /** Gathered when it is first asked for: mostly every id is known exactly. */
  private likes: Likes | null = null;

  private constructor(private readonly places: ReadonlyMap<string, IdPlace>) {}

  static *of(rows: Rows): Generator<undefined, KnownIds> {
    const places = new Map<string, IdPlace>();
    const removed = new Set<string>();
    let row = 0;
    for (const { base, mine } of rows) {
      if (mine) {
        const isFree = !places.has(mine.id) || removed.delete(mine.id);
        places.set(mine.id, isFree ? row : 'several');
      } else if (base && !places.has(base.id)) {
        places.set(base.id, row);
        removed.add(base.id);
      }
      row += 1;
      if (row % sliceIds === 0) yield;
    }
    return new KnownIds(places);
  }

  placeOf(id: string): IdPlace | null {
    return this.places.get(id) ?? null;
  }

  /** For an id that has no place: what it may stand for. An id is never taken for another by itself. */
  *likeId(id: string): Generator<undefined, LikeId | null> {
    this.likes ??= yield* likesOf(this.places.keys());
    const { damages, forms } = this.likes;
    const byDigits = damages.originsOf(id);
    const origins = byDigits && byDigits.ids.length > 0 ? byDigits : (forms.originsOf(id) ?? byDigits);
    return origins ? { doubt: origins.damage, known: onlyOne(origins.ids) } : null;
  }
}

function onlyOne(ids: readonly string[]): string | null {
  return ids.length === 1 ? (ids[0] ?? null) : null;
}

interface Likes {
  readonly damages: DamageIndex;
  readonly forms: IdForms;
}

function* likesOf(ids: Iterable<string>): Generator<undefined, Likes> {
  const damages = new DamageIndex();
  const forms = new IdForms();
  let count = 0;
  for (const id of ids) {
    damages.add(id);
    forms.add(id);
    count += 1;
    if (count % sliceIds === 0) yield;
  }
  return { damages, forms };
}
