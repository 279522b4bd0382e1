import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { Button } from './Button.tsx';

afterEach(cleanup);

describe('Button', () => {
  it('that is off is reached by keyboard, says why, and does nothing', async () => {
    const run = vi.fn();
    render(
      <Button onPress={run} disabledReason="Nothing to undo.">
        Undo
      </Button>,
    );
    await userEvent.tab();
    const button = screen.getByRole('button', { name: 'Undo' });
    expect(document.activeElement).toBe(button);
    expect(screen.getByRole('tooltip').textContent).toContain('Nothing to undo.');
    expect(button.getAttribute('aria-describedby')).toBe(screen.getByRole('tooltip').id);
    await userEvent.keyboard('{Enter}');
    expect(run).not.toHaveBeenCalled();
  });

  it('keeps the keyboard when it is off from now on, and when it no longer is', () => {
    const { rerender } = render(<Button>Choose all</Button>);
    const button = screen.getByRole('button', { name: 'Choose all' });
    button.focus();
    rerender(<Button disabledReason="All of them are chosen.">Choose all</Button>);
    expect(document.activeElement).toBe(button);
    rerender(<Button>Choose all</Button>);
    expect(document.activeElement).toBe(button);
    expect(screen.queryByRole('tooltip')).toBeNull();
  });

  it('submits no form while it is off', async () => {
    const submit = vi.fn((event: { preventDefault: () => void }) => event.preventDefault());
    render(
      <form onSubmit={submit}>
        <Button type="submit" isBusy>
          Save
        </Button>
      </form>,
    );
    await userEvent.click(screen.getByRole('button', { name: 'Save' }));
    expect(submit).not.toHaveBeenCalled();
  });

  it('is not named by its count', () => {
    render(<Button count={4}>Review and push</Button>);
    expect(screen.getByRole('button', { name: 'Review and push' }).textContent).toContain('4');
  });
});
