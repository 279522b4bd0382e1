import { existsSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import type { Dialog, MessageBoxOptions, OpenDialogOptions, SaveDialogOptions } from 'electron';
import { app } from './app.ts';
import { BrowserWindow } from './browser-window.ts';
import { isControlled, onCommand } from './control.ts';
import { type Likeness, only } from './only.ts';

/** Answers that tests have laid out, and dialogs that wait for one, in order; a dialog stays open until answered. */
class Answers<T> {
  private readonly ready: T[] = [];
  private readonly waiting: ((answer: T) => void)[] = [];

  put(answer: T): void {
    const first = this.waiting.shift();
    if (first) first(answer);
    else this.ready.push(answer);
  }

  isEmpty(): boolean {
    return this.ready.length === 0;
  }

  take(): Promise<T> {
    const [first] = this.ready.splice(0, 1);
    return first === undefined ? new Promise((resolve) => this.waiting.push(resolve)) : Promise.resolve(first);
  }
}

const savePaths = new Answers<string | null>();
const openPaths = new Answers<readonly string[] | null>();
onCommand('answer save dialog', (path) => {
  savePaths.put(path);
  return null;
});
onCommand('answer open dialog', (paths) => {
  openPaths.put(paths);
  return null;
});

const boxButtons = new Answers<string>();
const boxes: string[] = [];
onCommand('answer message box', (button) => {
  boxButtons.put(button);
  return null;
});
/** Buttons that are pressed unless a test has laid out another answer. */
let agreedTo: readonly string[] = [];
onCommand('agree to', (buttons) => {
  agreedTo = buttons;
  return null;
});
onCommand('message boxes', () => boxes);

/** Chromium lends no save dialog; a person's file goes to the downloads folder, under a name that is not taken. */
function freeDownload(suggested: string): string {
  const folder = app.getPath('downloads');
  const extension = extname(suggested);
  const stem = basename(suggested, extension);
  for (let count = 1; ; count += 1) {
    const path = join(folder, count === 1 ? `${stem}${extension}` : `${stem} (${count})${extension}`);
    if (!existsSync(path)) return path;
  }
}

/** Electron's dialogs take the window first, or leave it out; here they must not, since nothing then shows that they lie behind it. */
function optionsOf<T>(args: readonly unknown[]): T {
  const [window, options] = args;
  if (!(window instanceof BrowserWindow)) throw new Error('A dialog was shown without the window it belongs to.');
  return options as T;
}

function answerOf(buttons: readonly string[]): Promise<string> {
  const agreed = boxButtons.isEmpty() ? buttons.find((button) => agreedTo.includes(button)) : undefined;
  return agreed === undefined ? boxButtons.take() : Promise.resolve(agreed);
}

/** A message box is cancelled when its signal is given. */
function given(signal: AbortSignal | undefined): Promise<null> {
  return new Promise((resolve) => signal?.addEventListener('abort', () => resolve(null)));
}

export const dialog = only('dialog', {
  async showSaveDialog(...args: unknown[]) {
    const { defaultPath = 'export' } = optionsOf<SaveDialogOptions>(args);
    const path = isControlled() ? await savePaths.take() : freeDownload(defaultPath);
    return { canceled: path === null, filePath: path ?? '' };
  },
  async showOpenDialog(...args: unknown[]) {
    optionsOf<OpenDialogOptions>(args);
    const paths = isControlled() ? await openPaths.take() : null;
    return { canceled: paths === null, filePaths: [...(paths ?? [])] };
  },
  async showMessageBox(...args: unknown[]) {
    const { message, detail = '', buttons = [], cancelId = 0, signal } = optionsOf<MessageBoxOptions>(args);
    const asked = `${message}\n${detail}`;
    boxes.push(asked);
    if (!isControlled()) console.error(asked);
    const button = isControlled() ? await Promise.race([answerOf(buttons), given(signal)]) : null;
    const response = button === null ? cancelId : buttons.indexOf(button);
    if (response < 0) throw new Error(`"${message}" has no button "${button}".`);
    return { response, checkboxChecked: false };
  },
  showErrorBox(title: string, content: string): void {
    console.error(`${title}\n${content}`);
  },
} satisfies Likeness<Dialog>);
