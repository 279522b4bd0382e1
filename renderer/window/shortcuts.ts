import { useEffect, useEffectEvent } from 'react';
import type { MenuCommand } from '../../core/ipc/contract.ts';
import { holdsCommandKey } from '../ui/shortcut-keys.ts';

/** What a key or a menu item asks of the page in view. */
export type Command = Exclude<MenuCommand['kind'], 'go'>;

type KeyPress = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey'>;

/** The command a key press stands for; null where it stands for none. */
export function commandOf(press: KeyPress): Command | null {
  if (press.altKey) return null;
  const key = press.key.toLowerCase();
  if (holdsCommandKey(press)) {
    if (key === 'z') return press.shiftKey ? 'redo' : 'undo';
    if (press.shiftKey) return null;
    return ({ y: 'redo', s: 'review', f: 'filter' } as const)[key] ?? null;
  }
  if (press.ctrlKey || press.metaKey || press.shiftKey) return null;
  return ({ f: 'filter', n: 'add reader' } as const)[key] ?? null;
}

/** Whether keys pressed on an element are text for it: then letters and undo are the field's own. */
export function takesText(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement)
    return true;
  return target instanceof HTMLInputElement && !['checkbox', 'radio', 'button', 'submit'].includes(target.type);
}

/** A dialog has the window to itself. */
export function isDialogOpen(): boolean {
  return document.querySelector('[role="dialog"], [role="alertdialog"]') !== null;
}

/** Leaves the field that is being typed in, so that its owner takes the text over: a field that is unmounted tells nobody. */
export function leaveField(): void {
  const field = document.activeElement;
  if (field instanceof HTMLElement && takesText(field)) field.blur();
}

const handlers = new Map<Command, (() => void)[]>();

/** A command whose page is on its way. */
let waiting: Command | null = null;

/** Leaves a command for the page that is being gone to, which does it as soon as it can; null lets it go. */
export function leaveCommand(command: Command | null): void {
  waiting = command;
}

/**
 * Lets the page in view answer a command, from its key or from the menu. The one mounted last answers; a `fallback` only
 * where no page does.
 */
export function useCommand(command: Command, handler: () => void, rank: 'page' | 'fallback' = 'page'): void {
  const run = useEffectEvent(handler);
  useEffect(() => {
    const entry = () => run();
    const others = handlers.get(command) ?? [];
    handlers.set(command, rank === 'page' ? [...others, entry] : [entry, ...others]);
    if (waiting === command && rank === 'page') {
      waiting = null;
      run();
    }
    return () => {
      handlers.set(
        command,
        (handlers.get(command) ?? []).filter((other) => other !== entry),
      );
    };
  }, [command, rank]);
}

/** Runs a command on the page in view, if it answers to it. */
function runCommand(command: Command): 'done' | 'no page answers' | 'a dialog is open' {
  if (isDialogOpen()) return 'a dialog is open';
  waiting = null;
  const handler = handlers.get(command)?.at(-1);
  handler?.();
  return handler ? 'done' : 'no page answers';
}

/** A key press anywhere in the window, after the focused element had its say. */
export function handleKey(event: KeyboardEvent): void {
  const command = commandOf(event);
  if (!command || event.defaultPrevented || event.isComposing) return;
  if (command !== 'review' && takesText(event.target)) {
    // Looking for a reader is meant even while another field has the focus; the browser has no search of its own here.
    if (!(command === 'filter' && holdsCommandKey(event))) return;
  }
  if (runCommand(command) === 'done' || command === 'review') event.preventDefault();
}

/** An item chosen from the menu; `onUnanswered` where the page in view knows nothing of it. */
export function handleMenu(command: Command, onUnanswered: (command: Command) => void): void {
  const isFieldsOwn = command === 'undo' || command === 'redo';
  // Undo and redo belong to a field that is being typed in.
  if (isFieldsOwn && takesText(document.activeElement)) document.execCommand(command);
  else if (runCommand(command) === 'no page answers') onUnanswered(command);
}
