import type {
  BaseWindow,
  MessageBoxOptions,
  MessageBoxReturnValue,
  OpenDialogOptions,
  OpenDialogReturnValue,
  SaveDialogOptions,
  SaveDialogReturnValue,
} from 'electron';

/** Electron's own dialogs, each belonging to the app's window: in front of it, and closed before anything else in it. */
export interface WindowDialog {
  showSaveDialog(options: SaveDialogOptions): Promise<SaveDialogReturnValue>;
  showOpenDialog(options: OpenDialogOptions): Promise<OpenDialogReturnValue>;
  showMessageBox(options: MessageBoxOptions): Promise<MessageBoxReturnValue>;
}

/** What is used of Electron's `dialog`: each of its dialogs with a window, and without one. */
interface DialogPort<Window> extends WindowDialog {
  showSaveDialog(options: SaveDialogOptions): Promise<SaveDialogReturnValue>;
  showSaveDialog(window: Window, options: SaveDialogOptions): Promise<SaveDialogReturnValue>;
  showOpenDialog(options: OpenDialogOptions): Promise<OpenDialogReturnValue>;
  showOpenDialog(window: Window, options: OpenDialogOptions): Promise<OpenDialogReturnValue>;
  showMessageBox(options: MessageBoxOptions): Promise<MessageBoxReturnValue>;
  showMessageBox(window: Window, options: MessageBoxOptions): Promise<MessageBoxReturnValue>;
}

/**
 * The dialogs of the window in `current`. A dialog without a window can lie behind it, and lets it be used meanwhile;
 * so it is only where there is none.
 */
export function dialogOf<Window = BaseWindow>(dialog: DialogPort<Window>, current: () => Window | null): WindowDialog {
  return {
    showSaveDialog: (chosen) => {
      // GTK asks before it replaces a file only if it is told to; other systems ask anyway.
      const options: SaveDialogOptions = {
        ...chosen,
        properties: [...(chosen.properties ?? []), 'showOverwriteConfirmation'],
      };
      const window = current();
      return window ? dialog.showSaveDialog(window, options) : dialog.showSaveDialog(options);
    },
    showOpenDialog: (options) => {
      const window = current();
      return window ? dialog.showOpenDialog(window, options) : dialog.showOpenDialog(options);
    },
    showMessageBox: (options) => {
      const window = current();
      return window ? dialog.showMessageBox(window, options) : dialog.showMessageBox(options);
    },
  };
}
