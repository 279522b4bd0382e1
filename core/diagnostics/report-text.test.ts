import { expect, it } from 'vitest';
import type { Diagnostics } from './diagnostics.ts';
import { formatReport } from './report-text.ts';

const diagnostics: Diagnostics = {
  checkedAt: '2026-11-22T08:00:00.000Z',
  groups: [
    {
      title: 'This computer',
      anonymousTitle: 'This computer',
      steps: [{ name: 'Data folder', outcome: 'passed', message: 'Files can be written in /home/ann/.config/Desk.' }],
    },
    {
      title: 'Ann’s villa',
      anonymousTitle: 'Connection 1 (camio.com)',
      steps: [
        { name: 'Account', outcome: 'passed', message: 'The token belongs to ann.smith@example.com.' },
        { name: 'Read the list', outcome: 'failed', message: 'Ask <mailto:bob@example.org>, or ann.' },
      ],
    },
  ],
};

it('has no email address, no private text and no name of a connection', () => {
  const report = formatReport(
    diagnostics,
    ['Reader Desk 1.2.3 on linux'],
    [
      ['/home/ann/.config/Desk', '<data folder>'],
      ['ann', '<user>'],
      ['', 'never'],
    ],
  );
  expect(report).toBe(`Reader Desk 1.2.3 on linux
Checked at 2026-11-22T08:00:00.000Z

This computer
- Data folder: passed. Files can be written in <data folder>.

Connection 1 (camio.com)
- Account: passed. The token belongs to <email>.
- Read the list: failed. Ask <<email>>, or <user>.
`);
});
