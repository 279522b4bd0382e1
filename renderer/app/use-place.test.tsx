import { act, cleanup, render, screen } from '@testing-library/react';
import { useState } from 'react';
import { afterEach, expect, it, vi } from 'vitest';
import type { Navigation } from '../window/navigation.ts';
import { usePlace } from './use-place.ts';

afterEach(cleanup);

/** A page whose field takes its text over when it is left, as cells, numbers and labels do. */
function window(onTaken: (text: string) => void) {
  const shown: { navigation?: Navigation } = {};
  function Page() {
    const [text] = useState('Dock 4');
    return <input aria-label="Name" defaultValue={text} onBlur={(event) => onTaken(event.target.value)} />;
  }
  function Window() {
    const navigation = usePlace({ page: 'camera plan', connectionId: 'campus' });
    shown.navigation = navigation;
    return (
      <>
        <a href="#history">History</a>
        {navigation.page === 'camera plan' ? <Page /> : <h1>{navigation.page}</h1>}
      </>
    );
  }
  render(<Window />);
  const go = (to: (navigation: Navigation) => void) => act(() => shown.navigation && to(shown.navigation));
  return { go };
}

it.each<[string, (navigation: Navigation) => void]>([
  ['another page', ({ navigate }) => navigate('history')],
  ['another connection', ({ open }) => open('harbor')],
])('has the page take over what is being typed before %s is shown', (_name, to) => {
  const onTaken = vi.fn();
  const { go } = window(onTaken);
  screen.getByRole('textbox').focus();
  go(to);
  expect(screen.queryByRole('textbox')).toBeNull();
  expect(onTaken).toHaveBeenCalledExactlyOnceWith('Dock 4');
});

it('lets typing go on where the page in view is asked for again', () => {
  const onTaken = vi.fn();
  const { go } = window(onTaken);
  const field = screen.getByRole('textbox');
  field.focus();
  go(({ navigate }) => navigate('camera plan'));
  expect(document.activeElement).toBe(field);
  expect(onTaken).not.toHaveBeenCalled();
});

it('leaves the keyboard on the link that led to the page', () => {
  const { go } = window(vi.fn());
  const link = screen.getByRole('link');
  link.focus();
  go(({ navigate }) => navigate('history'));
  expect(document.activeElement).toBe(link);
});
