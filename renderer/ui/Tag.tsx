import type { ReactNode } from 'react';

interface TagProps {
  readonly tone: 'added' | 'renamed' | 'removed' | 'warn' | 'neutral';
  readonly title?: string;
  readonly children: ReactNode;
}

/** A short mark on a row or a card. */
export function Tag({ tone, title, children }: TagProps) {
  return (
    <span className={`tag ${tone}`} title={title}>
      {children}
    </span>
  );
}
