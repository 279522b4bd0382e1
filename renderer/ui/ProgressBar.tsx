interface ProgressBarProps {
  readonly label: string;
  readonly done: number;
  /** Null while it is not known: the bar then says no more than that something is under way. */
  readonly total: number | null;
}

/** How far something has come: the browser's own progress bar, drawn by progress.css. */
export function ProgressBar({ label, done, total }: ProgressBarProps) {
  // Where there is nothing to do, nothing is done and nothing is under way; an element's `max` cannot be 0.
  const extent = total === null ? {} : { value: done, max: Math.max(total, 1) };
  return <progress className="progress" aria-label={label} {...extent} />;
}
