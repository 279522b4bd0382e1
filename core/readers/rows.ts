import { slices } from '../slices.ts';
import type { Reader } from './reader.ts';

/**
 * One line of the draft. `base` is what Camio holds, `mine` what the draft says.
 * No base: added. No mine: removed. Neither: an addition that was taken back; kept, so that row numbers never move.
 */
export interface Row {
  readonly base: Reader | null;
  readonly mine: Reader | null;
}

const chunkSize = 512;

interface RowsEditing {
  at(number: number): Row | undefined;
  set(number: number, row: Row): void;
  done(): Rows;
}

/**
 * An immutable sequence of rows with structural sharing: replacing k rows copies the k chunks they are in and the list of
 * chunks, never the whole. A row's number is its identity for as long as the draft lives.
 */
export class Rows implements Iterable<Row> {
  static readonly empty = new Rows([], 0);

  private constructor(
    private readonly chunks: readonly (readonly Row[])[],
    readonly length: number,
  ) {}

  static from(rows: readonly Row[]): Rows {
    return new Rows([...slices(rows, chunkSize)], rows.length);
  }

  at(number: number): Row | undefined {
    return this.chunks[Math.floor(number / chunkSize)]?.[number % chunkSize];
  }

  /** Rows with the given ones replaced; a number equal to the length appends. Numbers beyond that are a bug. */
  with(replacements: Iterable<readonly [number: number, row: Row]>): Rows {
    const editing = this.edit();
    for (const [number, row] of replacements) editing.set(number, row);
    return editing.done();
  }

  /** To replace rows one by one, as `with` does, each seen as it is by then. For once only. */
  edit(): RowsEditing {
    const chunks = this.chunks.slice();
    const copied: (Row[] | undefined)[] = [];
    let length = this.length;
    return {
      at: (number) => chunks[Math.floor(number / chunkSize)]?.[number % chunkSize],
      set(number, row) {
        if (number > length || number < 0) throw new Error(`There is no row ${number} in a list of ${length}.`);
        if (number === length) length += 1;
        const index = Math.floor(number / chunkSize);
        let chunk = copied[index];
        if (!chunk) {
          chunk = chunks[index]?.slice() ?? [];
          copied[index] = chunk;
          chunks[index] = chunk;
        }
        chunk[number % chunkSize] = row;
      },
      done: () => new Rows(chunks, length),
    };
  }

  *[Symbol.iterator](): Iterator<Row> {
    for (const chunk of this.chunks) yield* chunk;
  }

  /** Visits every row in order; faster than iterating where the list is long. */
  forEach(visit: (row: Row, number: number) => void): void {
    let number = 0;
    for (const chunk of this.chunks) for (const row of chunk) visit(row, number++);
  }
}
