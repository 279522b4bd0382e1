import { type Sentences, sentencesOf } from '../ipc/app-failure.ts';

export interface ToastAction {
  readonly label: string;
  readonly run: () => void;
  /** Calls `over` once the action would mean something else than the message says; answers with what stops listening. */
  readonly until?: (over: () => void) => () => void;
}

export interface Toast {
  readonly id: number;
  readonly kind: 'news' | 'failure';
  readonly text: string;
  /** What to do next; null for news. */
  readonly next: string | null;
  readonly detail: string | null;
  readonly action: ToastAction | null;
}

let toasts: readonly Toast[] = [];
let lastId = 0;
const listeners = new Set<() => void>();
/** Of messages whose action does not hold for ever, by their id. */
const watches = new Map<number, () => void>();

function change(next: readonly Toast[]) {
  toasts = next;
  for (const [id, endWatch] of watches) {
    if (next.some((shown) => shown.id === id)) continue;
    watches.delete(id);
    endWatch();
  }
  for (const listener of listeners) listener();
}

function show(message: Omit<Toast, 'id'>) {
  lastId += 1;
  const id = lastId;
  // News is about what was done last, so the newest is enough. The same failure twice is one message.
  const kept = toasts.filter(
    ({ kind, text }) => kind === 'failure' && !(message.kind === 'failure' && text === message.text),
  );
  change([...kept, { ...message, id }]);
  const endWatch = message.action?.until?.(() => toast.dismiss(id));
  if (endWatch) watches.set(id, endWatch);
}

/** Messages beside the page: news goes by itself after a while, a failure stays until it is dismissed. */
export const toast = {
  news: (text: string, action?: ToastAction): void => {
    show({ kind: 'news', text, next: null, detail: null, action: action ?? null });
  },
  /** Takes an AppError, or whatever was thrown. */
  failure: (failure: Sentences | Error, action?: ToastAction): void => {
    const { message, next, detail = null } = failure instanceof Error ? sentencesOf(failure) : failure;
    show({ kind: 'failure', text: message, next, detail, action: action ?? null });
  },
  dismiss: (id: number): void => change(toasts.filter((shown) => shown.id !== id)),
};

export function subscribeToToasts(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export const currentToasts = (): readonly Toast[] => toasts;
