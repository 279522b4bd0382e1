import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, it, vi } from 'vitest';
import type { SweepResult } from '../../core/sweep/sweep.ts';
import { SignOffCells } from './SignOffCells.tsx';

afterEach(cleanup);

const accepted: SweepResult = {
  readerId: '00124',
  readerName: 'Turnstile 1',
  outcome: 'accepted',
  label: 'reader-desk-1',
  sentAt: '2026-03-02T10:00:00.000Z',
  latencyMs: 12,
  status: 200,
  message: '',
  attempts: 1,
  signOff: null,
};

async function tick(result: SweepResult) {
  const signOff = vi.fn(async () => {});
  render(
    <table>
      <tbody>
        <tr>
          <SignOffCells result={result} onTouch={vi.fn()} onSignOff={signOff} />
        </tr>
      </tbody>
    </table>,
  );
  const box = screen.getByRole<HTMLInputElement>('checkbox', { name: 'Seen on video' });
  await userEvent.tab();
  expect(document.activeElement).toBe(box);
  await userEvent.keyboard(' ');
  return { signOff, box };
}

it('takes down what was seen', async () => {
  const { signOff } = await tick(accepted);
  expect(signOff).toHaveBeenCalledExactlyOnceWith({ readerIds: ['00124'], isSeen: true, note: '' });
});

it.each<[string, Partial<SweepResult>, string]>([
  ['was not sent yet', { outcome: 'pending', label: '' }, 'Its event was not sent yet.'],
  ['was refused', { outcome: 'refused' }, 'Camio refused its event, so there is none to be seen.'],
])('is off for an event that %s, and says so to everyone', async (_what, part, reason) => {
  const { signOff, box } = await tick({ ...accepted, ...part });
  expect(signOff).not.toHaveBeenCalled();
  expect(box.checked).toBe(false);
  expect(box.getAttribute('aria-disabled')).toBe('true');
  expect(box.ariaDescription).toBe(`Turnstile 1. ${reason}`);
  expect(screen.getByTitle(reason)).toBeDefined();
});

it('lets a tick of an event that was refused later be taken back', async () => {
  const signOff = { seen: true, note: '', at: '2026-03-02T11:00:00.000Z' };
  const ticked = await tick({ ...accepted, outcome: 'refused', signOff });
  expect(ticked.signOff).toHaveBeenCalledExactlyOnceWith({ readerIds: ['00124'], isSeen: false, note: '' });
});
