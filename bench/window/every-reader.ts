import type { BenchDesk } from './bench-desk.ts';
import { framesWhile } from './every-frame.ts';

/** How long the window draws no frame at most, so takes no key either, in milliseconds. */
interface HeldUp {
  readonly renamingMs: number;
  readonly undoingMs: number;
}

/** Gives every reader of the list another name in one step, until that is saved, and takes it back. */
export async function renamingEveryReader({ page, readers, desk, list }: BenchDesk): Promise<HeldUp> {
  // An earlier figure may have left changes in the draft.
  const before = (await desk.status.textContent()) ?? '';
  const bulk = await readers.bulkRename();
  await bulk.chooseRule('Add text before or after');
  await bulk.fill('After the name', ' B');
  const rename = bulk.dialog.getByRole('button', { name: `Rename ${list.length.toLocaleString('en')} readers` });
  await rename.waitFor();
  const renaming = await framesWhile(page, async () => {
    await rename.click();
    await bulk.dialog.waitFor({ state: 'hidden' });
    await desk.saved.waitFor();
  });
  const undoing = await framesWhile(page, async () => {
    await readers.press('Undo');
    await desk.status.filter({ hasText: before }).waitFor();
  });
  return { renamingMs: Math.max(...renaming), undoingMs: Math.max(...undoing) };
}
