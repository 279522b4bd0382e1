import { connectionName, expect, test } from './fixtures/desk-test.ts';
import type { FakeCamio } from './fixtures/fake-camio.ts';
import { makeListsOld } from './fixtures/make-lists-old.ts';
import { expectNoFindingsInAnyScheme } from './fixtures/no-findings.ts';
import { ConnectionsPage } from './pages/connections-page.ts';
import type { ReadersPage } from './pages/readers-page.ts';
import { ReviewPage } from './pages/review-page.ts';

/** Here: two renamed, one removed, one added. There: the same four otherwise, and one change of their own each kind. */
async function diverge(readers: ReadersPage, camio: FakeCamio): Promise<void> {
  await readers.rename('00123', 'Lobby');
  await readers.rename('00124', 'Turnstile 1');
  await readers.delete('00126');
  await readers.addReader('A1', 'Mantrap');
  await expect(readers.desk.saved).toBeVisible();
  camio.changeBehindTheScenes((all) => [
    ...all.flatMap((reader) => {
      if (reader.id === '00123') return [{ ...reader, name: 'Foyer' }];
      if (reader.id === '00124') return [];
      if (reader.id === '00125') return [{ ...reader, name: 'Turnstile two' }];
      if (reader.id === '00126') return [{ ...reader, name: 'Loading Dock East' }];
      return reader.id === '00127' ? [] : [reader];
    }),
    { id: 'A1', name: 'Data Center Mantrap' },
    { id: 'B2', name: 'Gate' },
  ]);
}

const posts = (camio: FakeCamio) => camio.calls().filter(({ method }) => method === 'POST');

test('a push that meets another list sends nothing; clashes are chosen, the rest merges, and the push goes on', async ({
  connected,
  camio,
}) => {
  const { desk, readers } = connected;
  await diverge(readers, camio);
  await (await readers.review()).push();
  const review = new ReviewPage(desk);
  await expect(review.conflicts.getByRole('row')).toHaveCount(5);
  expect(posts(camio)).toEqual([]);

  await expect(review.conflict('00123')).toContainText(/Lobby North.*Lobby.*Foyer/);
  await expect(review.conflict('00124')).toContainText(/Lobby North Turnstile.*Turnstile 1.*removed/);
  await expect(review.conflict('00126')).toContainText(/Loading Dock.*removed.*Loading Dock East/);
  await expect(review.conflict('A1')).toContainText(/not in the list.*Mantrap.*Data Center Mantrap/);
  await review.showMergedByItself();
  await expect(review.mergedByItself.getByRole('row')).toHaveCount(4);
  await expect(review.mergedByItself).toContainText('Turnstile two');
  await expectNoFindingsInAnyScheme(desk);

  await expect(review.useMergedListButton).toBeDisabled();
  await review.keep('00123', 'mine');
  await review.keep('00124', 'theirs');
  await review.keep('00126', 'theirs');
  await expect(review.useMergedListButton).toBeDisabled();
  await desk.goToReaders();
  await desk.goToReview();
  await expect(review.conflict('00124').getByRole('button', { name: 'Keep theirs' })).toHaveAttribute(
    'aria-pressed',
    'true',
  );
  await review.keep('A1', 'mine');
  await review.useMergedList();

  await expect(review.conflicts).toBeHidden();
  await expect(review.summary('0 added, 2 renamed, 0 removed, 3 unchanged')).toBeVisible();
  expect(posts(camio)).toEqual([]);
  await review.push();
  await expect(desk.stored(5)).toBeVisible();
  expect(camio.names()).toEqual(['Lobby', 'Turnstile two', 'Loading Dock East', 'Mantrap', 'Gate']);
  expect(posts(camio)).toHaveLength(1);
});

test('a refresh that finds another list says so; keeping theirs for all leaves nothing to push, and undo gives mine back', async ({
  connected,
  camio,
}) => {
  const { desk, readers } = connected;
  await diverge(readers, camio);
  await readers.press('Refresh from Camio');
  await expect(desk.window.getByText('Somebody changed Camio’s list: 7 readers differ.')).toBeVisible();
  await expectNoFindingsInAnyScheme(desk);
  await desk.reviewMovedButton.click();

  const review = new ReviewPage(desk);
  await review.keepForAll('theirs');
  await review.useMergedList();
  await expect(desk.window.getByRole('heading', { name: 'Nothing to push' })).toBeVisible();
  await desk.goToReaders();
  await expect(readers.row('00123')).toContainText('Foyer');
  await expect(readers.row('B2')).toContainText('Gate');
  await expect(desk.reviewMovedButton).toBeHidden();

  await readers.press('Undo');
  await expect(readers.row('00123')).toContainText('Lobby');
  await expect(readers.row('00124')).toContainText('Turnstile 1');
  await expect(readers.row('B2')).toContainText('Gate');
  await expect(desk.saved).toBeVisible();
  expect(posts(camio)).toEqual([]);
});

test('a list that moves again while clashes are looked over is never merged unseen', async ({ connected, camio }) => {
  const { desk, readers } = connected;
  await readers.rename('00123', 'Lobby');
  camio.renameBehindTheScenes('00123', 'Foyer');
  await (await readers.review()).push();
  const review = new ReviewPage(desk);
  await review.keep('00123', 'mine');
  camio.renameBehindTheScenes('00123', 'Hall');
  await review.useMergedList();
  await expect(review.conflicts).toBeHidden();
  await review.push();

  await expect(review.conflict('00123')).toContainText(/Foyer.*Lobby.*Hall/);
  await expect(review.useMergedListButton).toBeDisabled();
  expect(posts(camio)).toEqual([]);
});

test('a list that moved back is no news any more', async ({ connected, camio }) => {
  const { desk, readers } = connected;
  await readers.rename('00124', 'Turnstile 1');
  camio.renameBehindTheScenes('00123', 'Foyer');
  await readers.press('Refresh from Camio');
  const reviewWhatMoved = desk.reviewMovedButton;
  await expect(reviewWhatMoved).toBeVisible();
  camio.renameBehindTheScenes('00123', camio.first.name);
  await reviewWhatMoved.click();
  const review = new ReviewPage(desk);
  await expect(review.summary('0 added, 1 renamed, 0 removed, 4 unchanged')).toBeVisible();
  await review.push();
  await expect(desk.stored(5)).toBeVisible();
});

test('the own changes stay in view where Camio cannot be reached to compare', async ({ connected, camio }) => {
  const { desk, readers } = connected;
  await readers.rename('00124', 'Turnstile 1');
  camio.renameBehindTheScenes('00123', 'Foyer');
  await readers.press('Refresh from Camio');
  await expect(desk.reviewMovedButton).toBeVisible();
  camio.fault({ kind: 'answer', status: 500 });
  const review = await desk.goToReview();
  await expect(desk.retryButton).toBeVisible();
  await expect(review.changes).toContainText('Turnstile 1');
  camio.fault();
  await desk.retryButton.click();
  await expect(review.mergedByItself).toContainText('Foyer');
});

test('a list that moved while nobody looked is noticed once the connection is open, also without own changes', async ({
  start,
  connected,
  camio,
}) => {
  const { userDataDir } = connected;
  await connected.kill();
  await makeListsOld(userDataDir);
  camio.renameBehindTheScenes('00123', 'Foyer');

  const { desk } = await start({ userDataDir });
  const connections = new ConnectionsPage(desk);
  // Without a keyring the token was kept for the session only.
  await connections.replaceToken(connectionName, camio.token);
  const readers = await connections.open(connectionName);
  await desk.reviewMovedButton.click();
  const review = new ReviewPage(desk);
  await expect(review.mergedByItself).toContainText(/Lobby North.*Foyer.*Camio/);
  await review.useMergedList();
  await desk.goToReaders();
  await expect(readers.row('00123')).toContainText('Foyer');
});
