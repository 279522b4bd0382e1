import { act, cleanup, screen } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import type { AppError } from '../../core/app-error.ts';
import { MainStandIn, reader } from '../testing/fake-main.ts';
import { showReaders } from '../testing/fake-page.tsx';
import { ReadersSub } from './ReadersSub.tsx';
import '../testing/component-test.ts';

vi.hoisted(() => Object.assign(window, { readerDesk: {} }));

afterEach(cleanup);

const notOffered: AppError = { code: 'not-offered', message: 'Camio does not offer its list.', next: 'Go on without.' };

it('counts the readers of a list that Camio does not let be read, once there are some', async () => {
  const main = new MainStandIn();
  main.refreshFault = notOffered;
  const { actions } = await showReaders(
    <p role="note">
      <ReadersSub />
    </p>,
    'unseen',
    main,
  );
  expect(screen.getByRole('note').textContent).toBe('');
  act(() => actions.add(reader('5', 'Gate')));
  expect(screen.getByRole('note').textContent).toBe('1 reader · never read from Camio');
});
