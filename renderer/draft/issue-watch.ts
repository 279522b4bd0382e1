import { type Findings, ListChecks } from '../../core/checks/list-checks.ts';
import type { IssueCode, ReaderIssue } from '../../core/checks/reader-issue.ts';
import type { RowEdit } from '../../core/draft/draft.ts';
import type { Reader } from '../../core/readers/reader.ts';
import type { Rows } from '../../core/readers/rows.ts';
import { inSlices } from '../sessions/in-slices.ts';

/** The readers to list: those with one kind of issue, or with any. */
export type IssueFilter = IssueCode | 'any';

/** More edits than this at once are followed by a new survey in slices, not there and then. */
const mostAtOnce = 500;
/** A list as short as this is gone through in a few milliseconds. */
const shortList = 1_000;
/** The list is on the screen by then. */
const surveyAfterMs = 100;

/** Text that is still being typed is a bit of everything; only these are worth saying at every key. */
const afterTyping: ReadonlySet<IssueCode> = new Set(['placeholder name', 'misspelt name', 'unusual name length']);

const none: readonly ReaderIssue[] = [];

/** What is wrong with the readers of the list in view: at once for those on the screen, and counted in the background. */
export class IssueWatch {
  /** Null until the whole list has been looked at. */
  findings: Findings | null = null;
  private checks = new ListChecks();
  private readonly known = new Map<number, readonly ReaderIssue[]>();
  private endSurvey = () => {};

  /** `surveyed` is told whenever a look at the whole list has come to its end. */
  constructor(private readonly surveyed: () => void) {}

  /** Watches another list. */
  begin(rows: Rows): void {
    this.checks = new ListChecks();
    this.findings = null;
    this.survey(rows);
  }

  follow(rows: Rows, edits: readonly RowEdit[]): void {
    if (edits.length > mostAtOnce) {
      this.survey(rows);
      return;
    }
    const affected = this.checks.follow(
      rows,
      edits.map(({ row }) => row),
    );
    for (const row of affected) this.known.delete(row);
    if (this.findings) this.findings = this.checks.findings();
  }

  has(row: number, filter: IssueFilter): boolean {
    return this.checks.has(row, filter);
  }

  /** The same array until something about the row changes. */
  issuesOf(row: number, reader: Reader | null): readonly ReaderIssue[] {
    const known = this.known.get(row);
    if (known) return known;
    const issues = reader ? this.checks.issuesOf(row, reader) : none;
    this.known.set(row, issues);
    return issues;
  }

  /** What would be wrong if this, which is being typed, were the row's reader; a row beyond the last is a new one. */
  issuesIf(row: number, reader: Reader): readonly ReaderIssue[] {
    return this.checks.issuesOf(row, reader).filter(({ code }) => !afterTyping.has(code));
  }

  private survey(rows: Rows): void {
    this.endSurvey();
    this.known.clear();
    const steps = this.checks.survey(rows);
    const done = (findings: Findings) => {
      this.findings = findings;
      this.known.clear();
      this.surveyed();
    };
    if (rows.length <= shortList) done(finish(steps));
    else this.endSurvey = inSlices(steps, { done, afterMs: surveyAfterMs });
  }
}

function finish<T>(steps: Iterator<unknown, T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}
