import { readFile } from 'node:fs/promises';
import { byKeyboard } from './fixtures/by-keyboard.ts';
import { connectionName } from './fixtures/desk-test.ts';
import { expectNoFindingsInAnyScheme } from './fixtures/no-findings.ts';
import { acceptedAt, expect, tenIds, test } from './fixtures/sweep-test.ts';
import { ConnectionsPage } from './pages/connections-page.ts';

test('ten readers are swept, signed off, and handed over as a report', async ({ commissioning, camio }, info) => {
  const { desk, sweeps } = commissioning;
  const { window } = desk;
  await sweeps.chooseReaders();
  await sweeps.takeReaders('All readers in Camio');
  await sweeps.start(10);
  await expect(sweeps.state('Finished')).toBeVisible();
  await expect(sweeps.sweep).toContainText('10 accepted');
  expect(acceptedAt(camio)).toEqual(tenIds);

  await sweeps.seen('Roof Hatch').click();
  await expect(sweeps.seen('Roof Hatch')).toBeChecked();
  await sweeps.takeNote('North Campus – Loading Dock', 'Lens is dirty');
  await sweeps.filter('riverside');
  await sweeps.press('Mark shown as seen');
  await sweeps.confirm('Mark 5 readers as seen');
  await sweeps.filter('');
  await expect(window.getByText('6 of 10 seen on video (60%)')).toBeVisible();
  await expect(desk.rail.getByRole('link', { name: 'Commissioning' })).toContainText('60%');

  const label = (await sweeps.label('Roof Hatch').textContent()) ?? '';
  await sweeps.result('Roof Hatch').getByRole('button', { name: 'Search in Camio' }).click();
  await expect.poll(commissioning.openedExternally).toEqual([expect.stringContaining(encodeURIComponent(label))]);

  const path = info.outputPath('report.html');
  await commissioning.nextSaveDialog(path);
  await sweeps.exportReport('Web page (HTML)', 'Harbor 5', 'Dana Reyes');
  await expect(window.getByText(`Report of 10 readers saved to ${path}.`)).toBeVisible();
  const report = await readFile(path, 'utf8');
  for (const text of ['Harbor 5', 'Dana Reyes', camio.email, 'Reader Desk 0.1.0', 'Lens is dirty', label, ...tenIds]) {
    expect(report).toContain(text);
  }
  expect(report).toContain('6 of 10 (60%)');
});

test('the report says the same as CSV, prints as PDF, and shows hostile text as text', async ({
  commissioning,
  camio,
}, info) => {
  const { desk, sweeps } = commissioning;
  camio.renameBehindTheScenes('00202', '<img src=x onerror=alert(1)>');
  camio.renameBehindTheScenes('00203', '=HYPERLINK("http://x")');
  await (await desk.goToReaders()).press('Refresh from Camio');
  await expect(desk.window.getByRole('gridcell', { name: '=HYPERLINK' })).toBeVisible();
  await desk.goToCommissioning();
  await sweeps.sweepAll(10);
  await expect(sweeps.state('Finished')).toBeVisible();
  for (const [format, name] of [
    ['Web page (HTML)', 'r.html'],
    ['CSV (opens in Excel)', 'r.csv'],
    ['PDF', 'r.pdf'],
  ] as const) {
    const path = info.outputPath(name);
    await commissioning.nextSaveDialog(path);
    await sweeps.exportReport(format, 'Harbor 5', 'Dana Reyes');
    await expect(desk.window.getByText(`Report of 10 readers saved to ${path}.`)).toBeVisible();
  }
  const html = await readFile(info.outputPath('r.html'), 'utf8');
  expect(html).toContain('&lt;img src=x onerror=alert(1)&gt;');
  expect(html).not.toContain('<img');
  const csv = await readFile(info.outputPath('r.csv'), 'utf8');
  for (const text of ['Harbor 5', 'Dana Reyes', ...tenIds]) expect(csv).toContain(text);
  expect(csv).not.toMatch(/(^|[,;]"?)=/m);
  expect((await readFile(info.outputPath('r.pdf'))).subarray(0, 5).toString()).toBe('%PDF-');
});

test('what was seen outlives the end of the app, and every sweep can be looked at again', async ({
  start,
  commissioning,
}) => {
  const { sweeps } = commissioning;
  await sweeps.sweepAll(10);
  await expect(sweeps.state('Finished')).toBeVisible();
  await sweeps.seen('Garage').click();
  await sweeps.takeNote('Riverside – Garage', 'Seen on both cameras');
  await sweeps.show('Not signed off');
  await expect(sweeps.result('Garage')).toBeHidden();
  // What is ticked now stays in view until something else is asked for, with the keyboard on it.
  await sweeps.seen('Server Room').press('Space');
  await expect(sweeps.seen('Server Room')).toBeChecked();
  await expect(sweeps.seen('Server Room')).toBeFocused();
  await sweeps.show('All results');

  await sweeps.chooseReaders();
  await sweeps.takeReaders('Of a site', 'Riverside');
  await sweeps.reader('Stairwell B').click();
  await sweeps.start(4);
  await expect(sweeps.state('Finished')).toBeVisible();
  await expect(sweeps.sweep).toContainText('4 accepted');
  await expect(sweeps.seen('Garage')).not.toBeChecked();
  await commissioning.kill();

  const again = await start({ userDataDir: commissioning.userDataDir });
  await new ConnectionsPage(again.desk).open(connectionName);
  const reopened = await again.desk.goToCommissioning();
  await expect(reopened.results.getByRole('checkbox')).toHaveCount(4);
  await reopened.sweeps.selectOption({ index: 1 });
  await expect(reopened.seen('Garage')).toBeChecked();
  await expect(reopened.note('Riverside – Garage')).toHaveValue('Seen on both cameras');
});

test('a sweep is of a selection, of what is shown, of a camera, or of those never tested', async ({
  commissioning,
  camio,
}) => {
  const { desk, sweeps } = commissioning;
  const readers = await desk.goToReaders();
  await readers.addReader('00999', 'North Campus – Turnstile 9');
  await readers.filter.fill('turnstile');
  await expect(readers.row('00201')).toBeHidden();
  await readers.select('00202');
  await readers.select('00203');
  await readers.select('00999');
  const plan = await desk.goToCameraPlan();
  await plan.addCameras('Dock Cam');
  await plan.toggleReaders('Dock Cam', 'North Campus – Loading Dock');

  await desk.goToCommissioning();
  await sweeps.chooseReaders();
  // Readers were selected, so those are what is offered first; but not one that Camio does not hold yet, whose events would
  // find nothing.
  await expect(sweeps.offered).toHaveCount(2);
  await sweeps.takeReaders('Shown on Readers');
  await expect(sweeps.offered).toHaveCount(2);
  await sweeps.takeReaders('In view of a camera', 'Dock Cam');
  await expect(sweeps.offered).toHaveCount(1);
  await sweeps.start(1);
  await expect(sweeps.state('Finished')).toBeVisible();
  await expect(sweeps.result('Loading Dock')).toContainText('Dock Cam');

  await sweeps.chooseReaders();
  await sweeps.takeReaders('Never tested');
  await expect(sweeps.offered).toHaveCount(9);
  await sweeps.start(9);
  await expect(sweeps.state('Finished')).toBeVisible();
  expect([...acceptedAt(camio)].sort()).toEqual(tenIds);
});

test('a sweep by keyboard alone', async ({ commissioning, camio }, info) => {
  const { desk, sweeps } = commissioning;
  const { keyboard } = desk.window;
  const { type, tabTo } = byKeyboard(desk.window);
  await tabTo('button', 'Choose readers');
  await type('Enter');
  await tabTo('checkbox', 'North Campus – Main Entrance 00201');
  await type('Space', 'ArrowDown', 'Space');
  await tabTo('button', 'Start sweep');
  await type('Enter');
  await tabTo('button', 'Send 2 real events');
  await type('Enter');
  await expect(sweeps.state('Finished')).toBeVisible();
  expect(acceptedAt(camio)).toEqual(tenIds.slice(0, 2));

  await tabTo('checkbox', 'Seen on video');
  await type('Space');
  await expect(sweeps.seen('Main Entrance')).toBeChecked();
  await tabTo('textbox', 'Note on North Campus – Turnstile 1');
  await keyboard.type('Too dark');
  await type('Shift+Tab', 'Space');
  await expect(sweeps.seen('Turnstile 1')).toBeChecked();
  await expect(desk.window.getByText('2 of 2 seen on video (100%)')).toBeVisible();

  const path = info.outputPath('report.csv');
  await commissioning.nextSaveDialog(path);
  await tabTo('button', 'Export report');
  await type('Enter', 'End', 'Enter');
  await tabTo('textbox', 'Person');
  await keyboard.type('Dana Reyes');
  await type('Enter');
  await expect(desk.window.getByText(`Report of 2 readers saved to ${path}.`)).toBeVisible();
  expect(await readFile(path, 'utf8')).toContain('Too dark');
});

test('axe finds nothing on any face of commissioning', async ({ commissioning, camio }) => {
  const { desk, sweeps } = commissioning;
  await expectNoFindingsInAnyScheme(desk);
  await sweeps.chooseReaders();
  await expectNoFindingsInAnyScheme(desk);
  await sweeps.takeReaders('Of a site');
  await expectNoFindingsInAnyScheme(desk);
  await sweeps.takeReaders('All readers in Camio');
  camio.fault(
    { call: 'webhooks', kind: 'answer', status: 422, body: 'device_id is not known', after: 1, times: 1 },
    { call: 'webhooks', kind: 'reset', commit: true, after: 2, times: 1 },
    { call: 'webhooks', kind: 'answer', status: 401, after: 4 },
  );
  await sweeps.start(10);
  await expect(sweeps.state('Token refused')).toBeVisible();
  await expectNoFindingsInAnyScheme(desk);
  await sweeps.press('Chart as a table');
  await sweeps.seen('Main Entrance').first().click();
  await expectNoFindingsInAnyScheme(desk);
  await sweeps.press('Send unknown again');
  await expectNoFindingsInAnyScheme(desk);
});
