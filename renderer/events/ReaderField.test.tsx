import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { afterEach, describe, expect, it } from 'vitest';
import type { Reader } from '../../core/readers/reader.ts';
import { Rows } from '../../core/readers/rows.ts';
import { enter } from '../testing/component-test.ts';
import { ReaderField } from './ReaderField.tsx';

const doors = (count: number): readonly Reader[] =>
  Array.from({ length: count }, (_, index) => ({ id: `id-${index + 1}`, name: `Door ${index + 1}` }));

function Form({ readers }: { readonly readers: readonly Reader[] }) {
  const [chosen, setChosen] = useState<Reader | null>(null);
  const [rows] = useState(() => Rows.from(readers.map((reader) => ({ base: reader, mine: reader }))));
  return (
    <>
      <ReaderField rows={rows} chosen={chosen} onChoose={setChosen} />
      <output>{chosen?.id ?? 'none'}</output>
    </>
  );
}

const field = () => screen.getByRole('combobox', { name: 'Reader' });

afterEach(cleanup);

describe('ReaderField', () => {
  it.each([
    [51, 'Door 51'],
    [5_000, 'Door 4999'],
  ])('of %i readers keeps %s chosen when the field is left', async (count, name) => {
    render(<Form readers={doors(count)} />);
    await enter(field(), name);
    await userEvent.keyboard('{ArrowDown}{Enter}');
    await userEvent.tab();
    expect(field()).toHaveProperty('value', name);
    expect(screen.getByRole('status').textContent).toBe(name.replace('Door ', 'id-'));
  });

  it('goes back to the chosen reader, wherever it is in the list, when other text is left unchosen', async () => {
    render(<Form readers={doors(5_000)} />);
    await enter(field(), 'Door 4999');
    await userEvent.keyboard('{ArrowDown}{Enter}');
    await enter(field(), 'no such door');
    await userEvent.tab();
    expect(field()).toHaveProperty('value', 'Door 4999');
    expect(screen.getByRole('status').textContent).toBe('id-4999');
  });

  it('empties text that names no reader where none was chosen', async () => {
    render(<Form readers={doors(60)} />);
    await enter(field(), 'no such door');
    await userEvent.tab();
    expect(field()).toHaveProperty('value', '');
    expect(screen.getByRole('status').textContent).toBe('none');
  });
});
