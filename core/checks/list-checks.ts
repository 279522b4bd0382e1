import type { Reader } from '../readers/reader.ts';
import { Rows } from '../readers/rows.ts';
import { LikeTexts } from './like-texts.ts';
import { NameNorms } from './name-norms.ts';
import { isPlaceholderName } from './placeholder-name.ts';
import { type IssueCode, issueCodes, type ReaderIssue } from './reader-issue.ts';
import { idIssues, readerIssues } from './validate.ts';

/** How many readers of a list have something to look at: in all, and by issue. */
export interface Findings {
  readonly readers: number;
  /** Only issues that occur, in the order of `issueCodes`. */
  readonly byCode: readonly { readonly code: IssueCode; readonly readers: number }[];
}

/**
 * Everything that is worth a look in a draft's list: what a push is refused or warned for, and what only the whole list
 * can say of a name. A survey of the list is long work, cut into short steps; an edit then costs what it touches.
 */
export class ListChecks {
  private rows = Rows.empty;
  private readonly ids = new LikeTexts();
  private readonly names = new LikeTexts();
  private norms = new NameNorms();
  /** The issues of each row, a bit for each code. */
  private readonly found: number[] = [];
  private readonly counts = issueCodes.map(() => 0);
  private foundRows = 0;

  /**
   * Looks at a whole list, step by step: a step is short, and other work may come between. Answers with the findings once
   * it has come to its end; until then `issuesOf` knows of each reader by itself, and of others as far as it has come.
   */
  survey(rows: Rows): Generator<undefined, Findings> {
    this.rows = rows;
    return this.steps();
  }

  /** Follows edits of a few rows. Answers with every row whose issues may be others now. */
  follow(rows: Rows, edited: readonly number[]): ReadonlySet<number> {
    this.rows = rows;
    const touched = [new Set<number>(), new Set<number>()] as const;
    const note = (row: number) => {
      for (const [index, texts] of [this.ids, this.names].entries()) {
        const key = texts.keyOf(row);
        if (key !== undefined) touched[index]?.add(key);
      }
    };
    for (const row of edited) {
      note(row);
      this.index(row);
      note(row);
    }
    const affected = new Set(edited);
    for (const key of touched[0]) for (const row of this.ids.rowsOf(key)) affected.add(row);
    for (const key of touched[1]) for (const row of this.names.rowsOf(key)) affected.add(row);
    for (const row of affected) this.check(row);
    return affected;
  }

  findings(): Findings {
    const byCode = issueCodes.map((code, bit) => ({ code, readers: this.counts[bit] ?? 0 }));
    return { readers: this.foundRows, byCode: byCode.filter(({ readers }) => readers > 0) };
  }

  /** Whether the row was found to have this issue, or any. */
  has(row: number, code: IssueCode | 'any'): boolean {
    const found = this.found[row] ?? 0;
    return code === 'any' ? found !== 0 : (found & bitOf(code)) !== 0;
  }

  /** What is wrong with a row's reader, or would be if this were it. */
  issuesOf(row: number, reader: Reader): readonly ReaderIssue[] {
    const own = readerIssues(reader);
    const ofId = idIssues(this.ids, row, reader.id);
    const ofName = this.nameIssues(row, reader);
    if (own.length + ofId.length + ofName.length === 0) return none;
    return [...own, ...ofId, ...ofName];
  }

  private *steps(): Generator<undefined, Findings> {
    for (let row = 0; row < this.rows.length; row += 1) {
      this.index(row);
      if (row % stepRows === 0) yield;
    }
    const norms = new NameNorms();
    for (let row = 0; row < this.rows.length; row += 1) {
      norms.learn(this.reader(row)?.name ?? '');
      if (row % stepRows === 0) yield;
    }
    yield* norms.settle();
    this.norms = norms;
    for (let row = 0; row < this.rows.length; row += 1) {
      this.check(row);
      if (row % stepRows === 0) yield;
    }
    return this.findings();
  }

  private nameIssues(row: number, reader: Reader): readonly ReaderIssue[] {
    const { name } = reader;
    const { same, near } = this.names.likeness(row, name);
    const norms = this.norms.issuesOf(name);
    const isPlaceholder = isPlaceholderName(reader);
    if (same === 1 && near === null && norms.length === 0 && !isPlaceholder) return none;
    const issues: ReaderIssue[] = [];
    if (same > 1) issues.push({ code: 'duplicate name', severity: 'warns', name, readers: same });
    if (near !== null) issues.push({ code: 'near-duplicate name', severity: 'warns', name, other: near });
    if (isPlaceholder) issues.push({ code: 'placeholder name', severity: 'warns', name });
    return [...issues, ...norms];
  }

  private reader(row: number): Reader | null {
    return this.rows.at(row)?.mine ?? null;
  }

  private index(row: number): void {
    const reader = this.reader(row);
    this.ids.set(row, reader?.id);
    this.names.set(row, reader?.name);
  }

  private check(row: number): void {
    const reader = this.reader(row);
    let found = 0;
    if (reader) for (const { code } of this.issuesOf(row, reader)) found |= bitOf(code);
    const before = this.found[row] ?? 0;
    if (found === before) return;
    this.found[row] = found;
    this.foundRows += Math.sign(found) - Math.sign(before);
    for (let bit = 0; bit < issueCodes.length; bit += 1) {
      this.counts[bit] = (this.counts[bit] ?? 0) + ((found >> bit) & 1) - ((before >> bit) & 1);
    }
  }
}

const none: readonly ReaderIssue[] = [];

/** Rows looked at in one step of a survey. */
const stepRows = 64;

const bits = new Map<IssueCode, number>(issueCodes.map((code, bit) => [code, 1 << bit]));

function bitOf(code: IssueCode): number {
  return bits.get(code) ?? 0;
}
