import { Component, type ErrorInfo, type ReactNode } from 'react';
import { reportFault } from '../ipc/report-fault.ts';
import { Failed } from '../ui/Failed.tsx';

interface PageBoundaryProps {
  readonly children: ReactNode;
  /** By default the page is drawn again. */
  readonly onRetry?: () => void;
}

/** Keeps the rest of the window working when a page has a bug. React offers this to classes only. */
export class PageBoundary extends Component<PageBoundaryProps, { readonly failure: unknown }> {
  override state = { failure: null };

  static getDerivedStateFromError(failure: unknown) {
    return { failure };
  }

  override componentDidCatch(failure: unknown, { componentStack }: ErrorInfo) {
    reportFault('a page failed', failure, componentStack ?? '');
  }

  override render() {
    if (this.state.failure === null) return this.props.children;
    return (
      <>
        <h1 className="visually-hidden">This page failed</h1>
        <Failed failure={this.state.failure} onRetry={this.props.onRetry ?? (() => this.setState({ failure: null }))} />
      </>
    );
  }
}
