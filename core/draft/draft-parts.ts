import { countChanges } from '../readers/change.ts';
import type { Reader } from '../readers/reader.ts';
import { type Row, Rows } from '../readers/rows.ts';
import { separator } from '../text/packed-fields.ts';
import type { Draft, Step } from './draft.ts';

/**
 * A part of a draft on its way to the window. Text crosses Electron's bridge at once, where the objects of 100,000 readers
 * are copied one by one, and twice; a part of it is read within a frame.
 */
export interface DraftPart {
  readonly text: string;
  readonly isLast: boolean;
}

/** What a part's text is the JSON of. Every reader travels once and is spoken of by its number, in the order of arrival. */
export interface DraftPartData {
  /** In the first part only. */
  readonly head: Head | null;
  /** Id and name of each reader that arrives with this part, with the separator behind either. */
  readonly texts: string;
  /** The readers that a text cannot hold, which are empty in it: other fields, or the separator in a name. */
  readonly odd: readonly (readonly [place: number, reader: Reader])[];
  /** Camio's side of the rows that follow on the part before, in runs: mostly one list, in its own order. */
  readonly base: readonly Run[];
  /** The same of the draft's side, where it is not the very same reader. */
  readonly mine: readonly (readonly [row: number, reader: number])[];
  readonly steps: readonly StepData[];
}

type Head = Pick<Draft, 'seq' | 'baseReadAt' | 'longestSeen'>;

/** So many rows whose readers have numbers in a row, from the first; or none, each of them, where that is -1. */
type Run = [first: number, rows: number];

/** A step of the undo history, or the edits of it that follow on the part before. */
interface StepData {
  readonly of: 'undo' | 'redo';
  readonly action: Step['action'];
  readonly goesOn: boolean;
  /** Row, reader before and reader after of each edit, in turn. */
  readonly edits: number[];
}

const none = -1;

/** A part of this many rows and edits, or characters, is enough. */
const mostLines = 4_000;
const mostCharacters = 200_000;

/** A draft cut into parts, each made when it is asked for; at least one. */
export function* draftParts({ rows, undo, redo, ...head }: Draft): Generator<DraftPart, undefined> {
  const packing = new Packing(head);
  let number = 0;
  for (const row of rows) {
    packing.row(row, number);
    number += 1;
    if (packing.isFull) yield packing.part(false);
  }
  for (const [of, steps] of [['undo', undo] as const, ['redo', redo] as const]) {
    for (const step of steps) {
      packing.beginStep(of, step);
      for (const edit of step.edits) {
        if (packing.isFull) yield packing.part(false);
        packing.edit(of, step, edit);
      }
    }
  }
  yield packing.part(true);
}

/** The draft of parts that `draftParts` made, in their order. */
export function readDraftParts(parts: Iterable<DraftPart>): Draft {
  const reading = new DraftReading();
  for (const part of parts) reading.take(part);
  return reading.draft();
}

/** Makes parts. Readers are told apart by being one object: what a draft shares stays shared in the window. */
class Packing {
  private readonly numbers = new Map<Reader, number>();
  private next: Open<DraftPartData>;
  private lines = 0;

  constructor({ seq, baseReadAt, longestSeen }: Head) {
    this.next = { ...nothing(), head: { seq, baseReadAt, longestSeen } };
  }

  get isFull(): boolean {
    return this.lines >= mostLines || this.next.texts.length >= mostCharacters;
  }

  row({ base, mine }: Row, number: number): void {
    this.putBase(this.numberOf(base));
    if (mine !== base) this.next.mine.push([number, this.numberOf(mine)]);
    this.lines += 1;
  }

  beginStep(of: StepData['of'], { action }: Step): void {
    this.next.steps.push({ of, action, goesOn: false, edits: [] });
    this.lines += 1;
  }

  edit(of: StepData['of'], { action }: Step, { row, before, after }: Step['edits'][number]): void {
    let step = this.next.steps.at(-1);
    if (!step) {
      step = { of, action, goesOn: true, edits: [] };
      this.next.steps.push(step);
    }
    step.edits.push(row, this.numberOf(before), this.numberOf(after));
    this.lines += 1;
  }

  part(isLast: boolean): DraftPart {
    const text = JSON.stringify(this.next satisfies DraftPartData);
    this.next = nothing();
    this.lines = 0;
    return { text, isLast };
  }

  private putBase(number: number): void {
    const run = this.next.base.at(-1);
    const isNext = run && number === (run[0] === none ? none : run[0] + run[1]);
    if (isNext) run[1] += 1;
    else this.next.base.push([number, 1]);
  }

  private numberOf(reader: Reader | null): number {
    if (reader === null) return none;
    const known = this.numbers.get(reader);
    if (known !== undefined) return known;
    const number = this.numbers.size;
    this.numbers.set(reader, number);
    this.put(reader, number);
    return number;
  }

  private put(reader: Reader, number: number): void {
    if (isPlain(reader)) this.next.texts += reader.id + separator + reader.name + separator;
    else {
      this.next.odd.push([number, reader]);
      this.next.texts += separator + separator;
    }
  }
}

/** Puts a draft together from its parts as they come; main's word is taken for them, as for all it answers. */
export class DraftReading {
  private head: DraftPartData['head'] = null;
  private readonly readers: Reader[] = [];
  private readonly rows: Row[] = [];
  private readonly steps: Record<StepData['of'], Open<Step>[]> = { undo: [], redo: [] };

  take({ text }: DraftPart): void {
    const { head, texts, odd, base, mine, steps }: DraftPartData = JSON.parse(text);
    this.head ??= head;
    this.takeReaders(texts, odd);
    for (const [first, rows] of base) {
      for (let row = 0; row < rows; row++) {
        const reader = first === none ? null : this.reader(first + row);
        this.rows.push({ base: reader, mine: reader });
      }
    }
    for (const [row, number] of mine) {
      this.rows[row] = { base: this.rows[row]?.base ?? null, mine: this.reader(number) };
    }
    for (const step of steps) this.takeStep(step);
  }

  /** The whole of it, once the last part was taken. */
  draft(): Draft {
    if (!this.head) throw new Error('A draft was put together without its first part.');
    const rows = Rows.from(this.rows);
    return { ...this.head, rows, counts: countChanges(rows), ...this.steps };
  }

  private takeReaders(texts: string, odd: DraftPartData['odd']): void {
    const cut = texts.split(separator);
    for (let at = 0; at + 1 < cut.length; at += 2) this.readers.push({ id: cut[at] ?? '', name: cut[at + 1] ?? '' });
    for (const [number, reader] of odd) this.readers[number] = reader;
  }

  private takeStep({ of, action, goesOn, edits }: StepData): void {
    const steps = this.steps[of];
    const step = goesOn ? steps.at(-1) : undefined;
    const into = step ?? { action, edits: [] };
    if (!step) steps.push(into);
    for (let at = 0; at < edits.length; at += 3) {
      const [row = 0, before = none, after = none] = edits.slice(at, at + 3);
      into.edits.push({ row, before: this.reader(before), after: this.reader(after) });
    }
  }

  private reader(number: number): Reader | null {
    return number === none ? null : (this.readers[number] ?? null);
  }
}

/** The same with lists that are still being filled. */
type Open<T> = { -readonly [K in keyof T]: T[K] extends readonly (infer Item)[] ? Item[] : T[K] };

function nothing(): Open<DraftPartData> {
  return { head: null, texts: '', odd: [], base: [], mine: [], steps: [] };
}

function isPlain({ id, name, extra }: Reader): boolean {
  return extra === undefined && !id.includes(separator) && !name.includes(separator);
}
