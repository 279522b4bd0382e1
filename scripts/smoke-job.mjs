/**
 * The main job on the practice account, in a window that has it open: rename a reader, review, push, read back.
 * @param {import('playwright').Page} page
 * @param {(what: string, run: () => Promise<void>) => Promise<void>} step
 */
export async function doMainJob(page, step) {
  const grid = page.getByRole('grid', { name: 'Readers' });
  await step('the practice account opens', () => grid.getByRole('row').nth(2).waitFor());
  await step('a reader is renamed and saved', async () => {
    await grid.getByRole('row').nth(1).locator('[aria-colindex="3"]').dblclick();
    await grid.getByRole('textbox').fill('Smoke test');
    await page.keyboard.press('Enter');
    await page.getByRole('status').getByText('Saved', { exact: true }).first().waitFor();
  });
  await step('it is reviewed and pushed, and Camio’s list is read back', async () => {
    await page.getByRole('button', { name: 'Review and push' }).click();
    await page.getByRole('button', { name: 'Push to Camio' }).click();
    await page
      .getByText(/^Camio now holds/)
      .first()
      .waitFor();
  });
}
