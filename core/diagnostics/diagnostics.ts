/** One thing that was checked, with one sentence about what was seen. */
export interface DiagnosticStep {
  readonly name: string;
  readonly outcome: 'passed' | 'failed' | 'unknown';
  readonly message: string;
  readonly status?: number;
  readonly latencyMs?: number;
}

/** Steps about one thing: this computer, or one connection. */
export interface DiagnosticGroup {
  readonly title: string;
  /** Stands for the title in a report that leaves the computer: names may be those of people and places. */
  readonly anonymousTitle: string;
  readonly steps: readonly DiagnosticStep[];
}

/** What *Run checks* found. */
export interface Diagnostics {
  readonly checkedAt: string;
  readonly groups: readonly DiagnosticGroup[];
}
