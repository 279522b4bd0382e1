import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { enter } from '../testing/component-test.ts';
import { NumberField } from './NumberField.tsx';

afterEach(cleanup);

function start() {
  const onChange = vi.fn();
  render(<NumberField label="Days" value={365} min={1} max={3_650} help="However many." onChange={onChange} />);
  return { field: screen.getByRole('textbox', { name: 'Days' }), onChange };
}

describe('a number field', () => {
  it('takes a number over when it is left, not while it is typed', async () => {
    const { field, onChange } = start();
    await userEvent.clear(field);
    await userEvent.type(field, '30');
    expect(onChange).not.toHaveBeenCalled();
    await userEvent.tab();
    expect(onChange.mock.calls).toEqual([[30]]);
  });

  it.each(['', '0', '3651', '1.5', '-3', 'ten'])('says what is wrong with %j and takes nothing over', async (text) => {
    const { field, onChange } = start();
    await userEvent.clear(field);
    if (text) await enter(field, text);
    await userEvent.tab();
    expect(screen.getByText('Enter a whole number from 1 to 3,650.')).toBeDefined();
    expect(onChange).not.toHaveBeenCalled();
  });

  it('takes nothing over where nothing changed', async () => {
    const { field, onChange } = start();
    await enter(field, ' 365 ');
    await userEvent.tab();
    expect(onChange).not.toHaveBeenCalled();
  });
});
