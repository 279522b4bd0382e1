import { join } from 'node:path';
import type { PracticeStatus } from '../../core/practice/practice.ts';
import { expect, test } from '../fixtures/desk-test.ts';
import type { Desk } from '../pages/desk.ts';
import { ReadersPage } from '../pages/readers-page.ts';

const pictures = 'test-results/tour';
const longestLine = 110;

test('the tour of the main job on the practice account', async ({ start }) => {
  const app = await start({ args: ['--practice'] });
  const { desk } = app;
  await desk.window.setViewportSize({ width: 1280, height: 800 });
  await desk.window.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
  const step = tellSteps(desk);

  const readers = new ReadersPage(desk);
  await expect(readers.row('000001')).toBeVisible();
  await step('Connect', 'The practice account is a simulated Camio on this computer. Its 240 readers are read.');

  await readers.rename('000001', 'Front door');
  await expect(desk.saved).toBeVisible();
  await step('Rename', 'Reader 000001 becomes "Front door". The edit is on disk; Camio has received nothing.');

  const review = await readers.review();
  await expect(review.summary('0 added, 1 renamed, 0 removed, 239 unchanged')).toBeVisible();
  await step('Review', 'The change, the old name beside the new one, before anything is sent.');

  await review.push();
  await expect(desk.stored(240)).toBeVisible();
  await step('Push and read back', 'The list is read, sent and read again: Camio now holds what was reviewed.');

  const file = join(app.userDataDir, 'readers.csv');
  await app.nextSaveDialog(file);
  const exporting = await (await desk.goToReaders()).export();
  await exporting.choose('The draft', 'CSV, comma');
  await exporting.export();
  await expect(desk.window.getByText('Exported 240 readers')).toBeVisible();
  await step('Export', 'The 240 readers as a CSV file for a spreadsheet.');

  const events = await desk.goToTestEvents();
  await events.chooseReader('Front door');
  await events.chooseEventType('Forced open');
  await events.send();
  await expect(events.sentEvents.getByRole('row').filter({ hasText: 'Front door' })).toContainText('Accepted');
  await step('Send "forced open"', 'A test event for "Front door", as its reader would send it.');

  tell(`\nThat was the main job. The pictures are in ${pictures}/.\n`);
});

/** Tells one step after the other: a heading, what the practice account received meanwhile, a picture. */
function tellSteps(desk: Desk) {
  let number = 0;
  let lastTold = 0;
  return async (name: string, text: string) => {
    number += 1;
    tell(`\n${number}. ${name}\n   ${text}\n`);
    const { received }: PracticeStatus = await desk.window.evaluate(async () => {
      const answer = await window.readerDesk.practice.status();
      if (!answer.ok) throw new Error(answer.error.message);
      return answer.value;
    });
    const fresh = received.filter((request) => request.number > lastTold).reverse();
    for (const request of fresh) tell(`   Camio received: ${oneLine(request)}\n`);
    lastTold = fresh.at(-1)?.number ?? lastTold;
    const file = `${pictures}/${number}-${name
      .toLowerCase()
      .replaceAll(/[^a-z]+/g, '-')
      .replace(/-$/, '')}.png`;
    await desk.window.screenshot({ path: file });
    tell(`   Picture: ${file}\n`);
  };
}

function oneLine(request: PracticeStatus['received'][number]): string {
  const line = `${request.method} ${request.path}${request.body ? ` ${request.body}` : ''}`.replaceAll(/\s+/g, ' ');
  return line.length > longestLine ? `${line.slice(0, longestLine)}…` : line;
}

function tell(text: string): void {
  process.stdout.write(text);
}
