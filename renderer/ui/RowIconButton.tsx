import type { ReactNode } from 'react';

interface RowIconButtonProps {
  readonly label: string;
  /** What it does, without the row's name. */
  readonly title: string;
  readonly icon: ReactNode;
  readonly onPress: () => void;
}

/**
 * An icon's button in each row of a long table. Its tooltip is the browser's: those of `IconButton` take as long to make as
 * the rest of a row, and rows are made while they are scrolled.
 */
export function RowIconButton({ label, title, icon, onPress }: RowIconButtonProps) {
  return (
    <button type="button" className="button quiet icon-only" aria-label={label} title={title} onClick={onPress}>
      {icon}
    </button>
  );
}
