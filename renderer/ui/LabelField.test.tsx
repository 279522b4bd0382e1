import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { afterEach, describe, expect, it } from 'vitest';
import { LabelField } from './LabelField.tsx';

function Labels({ first }: { readonly first: readonly string[] }) {
  const [labels, setLabels] = useState(first);
  return (
    <>
      <LabelField label="Labels" labels={labels} onChange={setLabels} />
      <output>{JSON.stringify(labels)}</output>
    </>
  );
}

const shown = (): unknown => JSON.parse(screen.getByRole('status').textContent ?? '');

afterEach(cleanup);

describe('LabelField', () => {
  it('adds by Enter and by comma, without spaces around and never twice', async () => {
    render(<Labels first={['a']} />);
    await userEvent.type(screen.getByRole('textbox', { name: 'Labels' }), ' north gate {Enter}a{Enter}east,west,');
    expect(shown()).toEqual(['a', 'north gate', 'east', 'west']);
  });

  it('keeps what was typed when the field is left', async () => {
    render(<Labels first={[]} />);
    await userEvent.type(screen.getByRole('textbox'), 'north');
    await userEvent.tab();
    expect(shown()).toEqual(['north']);
  });

  it('takes the last one away by Backspace in the empty field, and any by its button', async () => {
    render(<Labels first={['a', 'b', 'c']} />);
    await userEvent.type(screen.getByRole('textbox'), '{Backspace}');
    await userEvent.click(screen.getByRole('button', { name: 'Remove label a' }));
    expect(shown()).toEqual(['b']);
    expect(document.activeElement).toBe(screen.getByRole('textbox'));
  });
});
