import { expect, it } from 'vitest';
import { firstGeneration } from '../../core/camio/dialect.ts';
import type { Connection, ConnectionCheck } from '../../core/connections/connection.ts';
import { fail, ok } from '../../core/result.ts';
import { createDiagnosticsHandlers } from './diagnostics-handlers.ts';

const harbor: Connection = {
  id: 'harbor',
  kind: 'camio',
  name: 'Ann’s villa',
  baseUrl: 'https://camio.com/api/integrations/pacs',
  dialect: firstGeneration,
  color: 'green',
  accountEmail: 'ann@example.com',
};
const checked: ConnectionCheck = {
  checkedAt: '',
  steps: [{ name: 'Account', outcome: 'passed', message: 'The token belongs to ann@example.com.' }],
  accountEmail: 'ann@example.com',
  readers: 5,
};

function start() {
  const copied: string[] = [];
  const opened: string[] = [];
  let runs = 0;
  const handlers = createDiagnosticsHandlers({
    computerChecks: [
      async () => {
        runs += 1;
        return { name: 'Data folder', outcome: 'passed', message: 'Files can be kept in /home/ann/desk.' };
      },
    ],
    connections: { list: () => [harbor, { ...harbor, id: 'depot', name: 'Depot' }] },
    check: async (id) =>
      id === 'harbor' ? ok(checked) : fail({ code: 'token-missing', message: 'No token.', next: 'Enter it.' }),
    clipboard: { writeText: async (text) => void copied.push(text) },
    facts: () => ['Reader Desk 1.2.3 on linux'],
    privateTexts: [['/home/ann/desk', '<data folder>']],
    log: { folder: '/home/ann/desk/logs', lastLines: async (count) => [`${count} lines of /home/ann/desk`] },
    openPath: async (path) => {
      opened.push(path);
      return opened.length > 1 ? 'No file manager.' : '';
    },
    now: () => new Date('2026-11-22T08:00:00.000Z'),
  });
  return { handlers, copied, opened, runs: () => runs };
}

it('checks this computer and every connection; one that cannot be checked says why', async () => {
  expect(await start().handlers.run(undefined)).toMatchObject({
    ok: true,
    value: {
      groups: [
        { title: 'This computer', steps: [{ name: 'Data folder', outcome: 'passed' }] },
        { title: 'Ann’s villa', steps: checked.steps },
        { title: 'Depot', steps: [{ name: 'Connection', outcome: 'failed', message: 'No token. Enter it.' }] },
      ],
    },
  });
});

it('copies what was found last, with no names in it; without a run before it runs the checks', async () => {
  const { handlers, copied, runs } = start();
  await handlers.copyReport(undefined);
  await handlers.copyReport(undefined);
  expect(runs()).toBe(1);
  expect(copied[1]).toBe(copied[0]);
  expect(copied[0]).toContain(
    'Connection 1 (camio.com, first generation)\n- Account: passed. The token belongs to <email>.',
  );
  expect(copied[0]).toContain('- Data folder: passed. Files can be kept in <data folder>.');
  expect(copied[0]).not.toMatch(/ann|Ann|Depot/);
});

it('ends the report with the last lines of the log', async () => {
  const { handlers, copied } = start();
  await handlers.copyReport(undefined);
  expect(copied[0]).toMatch(/\nLast lines of the log\n40 lines of <data folder>\n$/);
});

it('opens the folder of the log, or names it', async () => {
  const { handlers, opened } = start();
  expect(await handlers.openLogFolder(undefined)).toEqual({ ok: true, value: undefined });
  expect(opened).toEqual(['/home/ann/desk/logs']);
  expect(await handlers.openLogFolder(undefined)).toMatchObject({
    error: {
      message: expect.stringContaining('No file manager.'),
      next: expect.stringContaining('/home/ann/desk/logs'),
    },
  });
});
