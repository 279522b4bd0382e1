import type { ReactNode } from 'react';

interface BulkTickProps {
  /** All the lines that are ticked or not. */
  readonly lines: readonly number[];
  readonly ticked: ReadonlySet<number>;
  readonly onChange: (isTicked: boolean) => void;
  readonly children: ReactNode;
}

/** One tick for many lines; it shows where only some of them are ticked. */
export function BulkTick({ lines, ticked, onChange, children }: BulkTickProps) {
  const count = lines.filter((line) => ticked.has(line)).length;
  const isAll = count === lines.length;
  return (
    <label className="import-check">
      <input
        type="checkbox"
        checked={isAll}
        ref={(box) => {
          if (box) box.indeterminate = count > 0 && !isAll;
        }}
        onChange={() => onChange(!isAll)}
      />
      {children}
    </label>
  );
}
