import type { Reader } from '../core/readers/reader.ts';
import { connect, connectionName, expect, type RunningDesk, test } from './fixtures/desk-test.ts';
import type { FakeCamio } from './fixtures/fake-camio.ts';
import { makeListsOld } from './fixtures/make-lists-old.ts';
import { expectNoFindingsInAnyScheme } from './fixtures/no-findings.ts';
import { ConnectionsPage } from './pages/connections-page.ts';
import { ListLossRegion } from './pages/list-loss-region.ts';
import type { ReadersPage } from './pages/readers-page.ts';
import { ReviewPage } from './pages/review-page.ts';

const doors = (camio: FakeCamio): Reader[] => [
  camio.first,
  ...Array.from({ length: 49 }, (_, at) => ({ id: `${2000 + at}`, name: `Door ${at + 1}` })),
];

const answersWith = (camio: FakeCamio, count: number) =>
  camio.changeBehindTheScenes(() => doors(camio).slice(0, count));

const posts = (camio: FakeCamio) => camio.calls().filter(({ method }) => method === 'POST');

/** A campus of fifty readers, read; its first reader renamed where `edits` says so. */
async function campus(
  start: () => Promise<RunningDesk>,
  camio: FakeCamio,
  edits: boolean,
): Promise<RunningDesk & { readonly readers: ReadersPage; readonly lost: ListLossRegion }> {
  answersWith(camio, 50);
  const app = await start();
  const readers = await connect(app.desk, camio);
  if (edits) {
    await readers.rename('2000', 'Loading Dock');
    await expect(app.desk.saved).toBeVisible();
  }
  return { ...app, readers, lost: new ListLossRegion(app.desk) };
}

for (const [left, says] of [
  [3, 'Camio now holds 3 readers; 47 that you had are gone.'],
  [0, 'Camio now holds 0 readers; 50 that you had are gone.'],
] as const) {
  test(`a refresh that finds ${left} of 50 readers warns; they are restored, pushed and read back`, async ({
    start,
    camio,
  }) => {
    const { desk, readers, lost } = await campus(start, camio, false);
    answersWith(camio, left);
    await readers.press('Refresh from Camio');
    await expect(lost.region).toContainText(says);
    await expect(readers.row('2040')).toBeHidden();
    await expectNoFindingsInAnyScheme(desk);

    await lost.compare();
    await lost.findChange('door 41');
    await expect(lost.comparison.getByRole('row')).toHaveCount(2);
    await expect(lost.comparison).toContainText(/Removed.*2040.*Door 41/i);
    await lost.closeComparison();

    await lost.restore();
    await expect(lost.region).toBeHidden();
    const review = await desk.goToReview();
    await review.push();
    await expect(desk.stored(50)).toBeVisible();
    expect(camio.ids().toSorted()).toEqual(
      doors(camio)
        .map(({ id }) => id)
        .toSorted(),
    );
    const history = await desk.goToHistory();
    await expect(history.snapshot('Before Camio’s list shrank')).toContainText('50');
  });

  test(`with a change in the draft, ${left} of 50 readers are merged only after the number is typed, and undone`, async ({
    start,
    camio,
  }) => {
    const { desk, readers, lost } = await campus(start, camio, true);
    answersWith(camio, left);
    await readers.press('Refresh from Camio');
    await expect(lost.region).toContainText(says);
    await desk.reviewMovedButton.click();
    const review = new ReviewPage(desk);
    if (left === 0) await review.keepForAll('mine');
    await expect(review.useMergedListButton).toBeDisabled();
    // The one that was renamed here is not among those that would go unseen.
    await review.brake(left === 0 ? 49 : 47).fill(left === 0 ? '49' : '47');
    await review.useMergedList();
    await expect(review.brake(left === 0 ? 49 : 47)).toBeVisible();
    expect(posts(camio)).toEqual([]);

    await desk.goToReaders();
    await readers.press('Undo');
    await readers.filter.fill('Loading Dock');
    await expect(readers.row('2000')).toBeVisible();
    await readers.filter.fill('Door 41');
    await expect(readers.row('2040')).toBeVisible();
    await readers.filter.fill('');
    await (await readers.review()).push();
    await expect(desk.stored(50)).toBeVisible();
  });

  test(`in the background, ${left} of 50 readers are noticed; the warning stays over a restart until it is put away`, async ({
    start,
    camio,
  }) => {
    const first = await campus(start, camio, left === 0);
    const { userDataDir } = first;
    await first.kill();
    await makeListsOld(userDataDir);
    answersWith(camio, left);

    const second = await start({ userDataDir });
    const connections = new ConnectionsPage(second.desk);
    // Without a keyring the token was kept for the session only.
    await connections.replaceToken(connectionName, camio.token);
    const readers = await connections.open(connectionName);
    await expect(new ListLossRegion(second.desk).region).toContainText(says);
    await expect(readers.row('2010')).toBeVisible();
    await second.kill();

    const third = await start({ userDataDir });
    await new ConnectionsPage(third.desk).open(connectionName);
    const lost = new ListLossRegion(third.desk);
    await expect(lost.region).toContainText(says);
    await lost.putAway();
    await expect(lost.region).toBeHidden();
  });
}

test('undo gives back the readers that a refresh took, and the list that comes back leaves nothing to push', async ({
  start,
  camio,
}) => {
  const { desk, readers, lost } = await campus(start, camio, false);
  answersWith(camio, 3);
  await readers.press('Refresh from Camio');
  await expect(lost.region).toBeVisible();
  await readers.press('Undo');
  await readers.filter.fill('Door 11');
  await expect(readers.row('2010')).toContainText('Added');
  await expect(desk.saved).toBeVisible();
  answersWith(camio, 50);
  await readers.press('Refresh from Camio');
  await expect(lost.region).toContainText('Camio now holds 50 readers; all 50 that you had are back.');
  await expect(readers.row('2010')).not.toContainText('Added');
  await desk.goToReview();
  await expect(desk.window.getByRole('heading', { name: 'Nothing to push' })).toBeVisible();
});

test('a short list never lets one reader be pushed over fifty without the number typed', async ({ start, camio }) => {
  const { desk, readers, lost } = await campus(start, camio, false);
  answersWith(camio, 0);
  await readers.press('Refresh from Camio');
  await expect(lost.region).toBeVisible();
  await readers.addReader('9000', 'Gate');
  const review = await readers.review();
  await expect(review.brake(49)).toBeVisible();
  await expect(review.pushButton).toBeDisabled();
  expect(posts(camio)).toEqual([]);
  await review.brake(49).fill('49');
  await review.push();
  await expect(desk.window.getByText('Camio now holds 1 reader')).toBeVisible();
  expect(camio.ids()).toEqual(['9000']);
});
