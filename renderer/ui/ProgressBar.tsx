interface ProgressBarProps {
  readonly label: string;
  /** How much is done of `total`; a `total` of 0 means that it is not known. */
  readonly done: number;
  readonly total: number;
}

/** How far something has come: the browser's own progress bar, drawn by progress.css. */
export function ProgressBar({ label, done, total }: ProgressBarProps) {
  return <progress className="progress" aria-label={label} {...(total > 0 ? { value: done, max: total } : {})} />;
}
