import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { enter } from '../testing/component-test.ts';
import { TimeZoneField } from './TimeZoneField.tsx';

let chosen = '';

function Form() {
  const [timeZone, setTimeZone] = useState('Europe/Berlin');
  chosen = timeZone;
  return (
    <>
      <TimeZoneField timeZone={timeZone} onChange={setTimeZone} />
      <button type="button">Next</button>
    </>
  );
}

const field = () => screen.getByRole<HTMLInputElement>('combobox', { name: 'Time zone' });

beforeEach(() => void render(<Form />));
afterEach(cleanup);

describe('a time zone', () => {
  it('is chosen from the list by a part of its name', async () => {
    await enter(field(), 'new york');
    await userEvent.click(screen.getByRole('option', { name: 'America/New_York' }));
    expect(chosen).toBe('America/New_York');
    expect(field().value).toBe('America/New_York');
  });

  it('is taken as typed to its end, whatever the case', async () => {
    await enter(field(), 'australia/lord_howe');
    await userEvent.tab();
    expect(chosen).toBe('Australia/Lord_Howe');
    expect(field().value).toBe('Australia/Lord_Howe');
  });

  it('says how many more match than are offered', async () => {
    await enter(field(), 'america');
    expect(screen.getAllByRole('option')).toHaveLength(50);
    expect(screen.getByText(/^\d+ more match\./)).toBeDefined();
  });

  it('stays as it was, and shows so, where what was typed is none', async () => {
    await enter(field(), 'atlantis');
    await userEvent.tab();
    expect(chosen).toBe('Europe/Berlin');
    expect(field().value).toBe('Europe/Berlin');
  });
});
