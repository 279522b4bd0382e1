import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, it, vi } from 'vitest';
import { ok } from '../../core/result.ts';
import { harbor } from '../testing/fake-connection.ts';
import { CurrentConnectionContext } from '../window/current-connection.ts';
import { ReadBackButton } from './ReadBackButton.tsx';
import '../testing/component-test.ts';

const { settle } = vi.hoisted(() => {
  const main = { settle: vi.fn() };
  Object.assign(window, { readerDesk: { push: main, on: { pushState: () => () => {} } } });
  return main;
});

const campus = { ...harbor, id: 'campus' };

afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

it('is off with the reason while this computer is offline', async () => {
  settle.mockResolvedValue(ok(undefined));
  vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
  render(
    <CurrentConnectionContext value={campus}>
      <ReadBackButton />
    </CurrentConnectionContext>,
  );
  await userEvent.tab();
  expect(screen.getByRole('tooltip').textContent).toContain('This computer is offline.');
  await userEvent.keyboard('{Enter}');
  expect(settle).not.toHaveBeenCalled();
});
