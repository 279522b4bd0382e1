import { act, cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { AppError } from '../../core/app-error.ts';
import { ToastRegion } from './ToastRegion.tsx';
import { currentToasts, toast } from './toast.ts';

const full: AppError = { code: 'disk', message: 'The disk is full.', next: 'Free some space.', detail: 'ENOSPC' };

afterEach(() => {
  vi.useRealTimers();
  cleanup();
  for (const { id } of currentToasts()) toast.dismiss(id);
});

describe('messages', () => {
  it('says a failure as an alert, with what to do next, until it is dismissed', async () => {
    render(<ToastRegion />);
    act(() => toast.failure(full));
    const alert = screen.getByRole('alert');
    expect(alert.textContent).toContain('The disk is full.');
    expect(alert.textContent).toContain('Free some space.');
    await userEvent.click(screen.getByRole('button', { name: 'Dismiss' }));
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('says news as a status and takes it away after a while, never a failure', () => {
    vi.useFakeTimers();
    render(<ToastRegion />);
    act(() => {
      toast.failure(full);
      toast.news('Exported 240 readers.');
    });
    expect(screen.getByRole('status').textContent).toContain('Exported 240 readers.');
    act(() => vi.advanceTimersByTime(60_000));
    expect(screen.queryByRole('status')).toBeNull();
    expect(screen.getByRole('alert')).toBeDefined();
  });

  it('shows the same failure once, and only the newest news', () => {
    render(<ToastRegion />);
    act(() => {
      toast.failure(full);
      toast.failure(full);
      toast.news('First.');
      toast.news('Second.');
    });
    expect(screen.getAllByRole('alert')).toHaveLength(1);
    expect(screen.getByRole('status').textContent).toContain('Second.');
  });

  it('offers one next step, which ends the message', async () => {
    const run = vi.fn();
    render(<ToastRegion />);
    act(() => toast.failure(full, { label: 'Retry', run }));
    await userEvent.click(screen.getByRole('button', { name: 'Retry' }));
    expect(run).toHaveBeenCalledOnce();
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('goes away once its action would mean something else, and listens no longer', () => {
    const heard = new Set<() => void>();
    const until = (over: () => void) => {
      heard.add(over);
      return () => heard.delete(over);
    };
    render(<ToastRegion />);
    act(() => toast.news('2 readers removed.', { label: 'Undo', run: () => {}, until }));
    expect(screen.getByRole('button', { name: 'Undo' })).toBeDefined();
    act(() => {
      for (const over of heard) over();
    });
    expect(screen.queryByRole('status')).toBeNull();
    expect(heard.size).toBe(0);
  });
});
