/** What a test may ask of the running host, besides using its page; answered by what is registered in `onCommand`. */
export interface Commands {
  'answer save dialog': { readonly argument: string | null; readonly value: null };
  'answer open dialog': { readonly argument: readonly string[] | null; readonly value: null };
  'answer message box': { readonly argument: string; readonly value: null };
  'agree to': { readonly argument: readonly string[]; readonly value: null };
  'message boxes': { readonly argument: null; readonly value: readonly string[] };
  /** Errors that main did not catch; Electron goes on after them, a test must not. */
  faults: { readonly argument: null; readonly value: readonly string[] };
  'opened externally': { readonly argument: null; readonly value: readonly string[] };
  'choose menu item': { readonly argument: readonly string[]; readonly value: null };
  quit: { readonly argument: null; readonly value: null };
}

export interface CommandMessage {
  readonly id: number;
  readonly command: keyof Commands;
  readonly argument: Commands[keyof Commands]['argument'];
}

/** What the host tells the launcher: where its window is, or the answer to a command. */
export type HostMessage =
  | { readonly kind: 'window'; readonly endpoint: string; readonly targetId: string }
  | { readonly kind: 'answer'; readonly id: number; readonly value: Commands[keyof Commands]['value'] }
  | { readonly kind: 'refused'; readonly id: number; readonly reason: string };

type Answers = { [C in keyof Commands]?: (argument: Commands[C]['argument']) => Commands[C]['value'] };

const answers: Answers = {};

/** Whether a launcher holds the other end of the control channel; if not, a person is at the window. */
export const isControlled = (): boolean => process.send !== undefined;

export function onCommand<C extends keyof Commands>(
  command: C,
  answer: (argument: Commands[C]['argument']) => Commands[C]['value'],
): void {
  Object.assign(answers, { [command]: answer });
}

export function tellLauncher(message: HostMessage): void {
  process.send?.(message);
}

/** Listens to the launcher; when it is gone (a test run that was stopped), so is this process's reason to be. */
export function listenToLauncher(gone: () => void): void {
  process.on('disconnect', gone);
  process.on('message', ({ id, command, argument }: CommandMessage) => {
    try {
      const answer = answers[command] as ((argument: unknown) => Commands[keyof Commands]['value']) | undefined;
      if (!answer) throw new Error(`The Chromium host does not know the command "${command}".`);
      tellLauncher({ kind: 'answer', id, value: answer(argument) });
    } catch (error) {
      tellLauncher({ kind: 'refused', id, reason: error instanceof Error ? error.message : String(error) });
    }
  });
}
