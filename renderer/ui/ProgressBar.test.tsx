import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { ProgressBar } from './ProgressBar.tsx';

afterEach(cleanup);

function shown(done: number, total: number | null) {
  render(<ProgressBar label="Coverage" done={done} total={total} />);
  const bar = screen.getByRole<HTMLProgressElement>('progressbar', { name: 'Coverage' });
  return { isBusy: bar.position < 0, position: bar.position };
}

it('shows how far something has come', () => {
  expect(shown(30, 120)).toEqual({ isBusy: false, position: 0.25 });
});

it('is empty, not busy, where there is nothing to do', () => {
  expect(shown(0, 0)).toEqual({ isBusy: false, position: 0 });
});

it('is busy while it is not known how much there is to do', () => {
  expect(shown(0, null).isBusy).toBe(true);
});
