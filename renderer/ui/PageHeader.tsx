import type { ReactNode } from 'react';

interface PageHeaderProps {
  readonly title: string;
  readonly sub?: ReactNode;
  readonly actions?: ReactNode;
}

/** The head of a page: its one h1, a line about its state, and its main actions. */
export function PageHeader({ title, sub, actions }: PageHeaderProps) {
  return (
    <header className="page-header">
      <h1>{title}</h1>
      {sub ? <p className="page-sub ellipsis">{sub}</p> : null}
      {actions ? <div className="page-actions">{actions}</div> : null}
    </header>
  );
}
