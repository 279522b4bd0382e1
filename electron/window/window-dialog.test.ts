import { expect, it, vi } from 'vitest';
import { dialogOf } from './window-dialog.ts';

/** GTK replaces a file without a question unless it is told to ask. */
const asksFirst = { properties: ['showOverwriteConfirmation'] };

function electronsDialog() {
  return {
    showSaveDialog: vi.fn(async () => ({ canceled: false, filePath: '/saved' })),
    showOpenDialog: vi.fn(async () => ({ canceled: false, filePaths: ['/opened'] })),
    showMessageBox: vi.fn(async () => ({ response: 1, checkboxChecked: false })),
  };
}

it('gives every dialog the window that is open then', async () => {
  const electrons = electronsDialog();
  let window = 'first window';
  const dialog = dialogOf<string>(electrons, () => window);
  expect(await dialog.showSaveDialog({ title: 'Save' })).toMatchObject({ filePath: '/saved' });
  window = 'second window';
  expect(await dialog.showOpenDialog({ title: 'Open' })).toMatchObject({ filePaths: ['/opened'] });
  expect(await dialog.showMessageBox({ message: 'Well?' })).toMatchObject({ response: 1 });
  expect(electrons.showSaveDialog).toHaveBeenCalledWith('first window', { title: 'Save', ...asksFirst });
  expect(electrons.showOpenDialog).toHaveBeenCalledWith('second window', { title: 'Open' });
  expect(electrons.showMessageBox).toHaveBeenCalledWith('second window', { message: 'Well?' });
});

it('shows a dialog by itself where no window is open', async () => {
  const electrons = electronsDialog();
  await dialogOf<string>(electrons, () => null).showSaveDialog({ title: 'Save' });
  expect(electrons.showSaveDialog).toHaveBeenCalledWith({ title: 'Save', ...asksFirst });
});
