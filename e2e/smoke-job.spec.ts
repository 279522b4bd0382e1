import { doMainJob } from '../scripts/smoke-job.mjs';
import { expect, test } from './fixtures/desk-test.ts';

test('the job that npm run smoke:packaged does with an installed app can be done', async ({ start }) => {
  const { page } = await start({ args: ['--practice'] });
  const done: string[] = [];
  await doMainJob(page, async (what, run) => {
    await run();
    done.push(what);
  });
  expect(done).toHaveLength(3);
});
