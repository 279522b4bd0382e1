import { useEffect, useEffectEvent } from 'react';
import type { MenuCommand } from '../../core/ipc.ts';
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

const handlers = new Map<Command, (() => void)[]>();

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
    return () => {
      handlers.set(
        command,
        (handlers.get(command) ?? []).filter((other) => other !== entry),
      );
    };
  }, [command, rank]);
}

/** Runs a command on the page in view, if it answers to it. A dialog that is open has the window to itself. */
export function runCommand(command: Command): boolean {
  if (document.querySelector('[role="dialog"], [role="alertdialog"]')) return false;
  const handler = handlers.get(command)?.at(-1);
  handler?.();
  return handler !== undefined;
}

/** A key press anywhere in the window, after the focused element had its say. */
export function handleKey(event: KeyboardEvent): void {
  const command = commandOf(event);
  if (!command || event.defaultPrevented || event.isComposing) return;
  if (command !== 'review' && takesText(event.target)) {
    // Looking for a reader is meant even while another field has the focus; the browser has no search of its own here.
    if (!(command === 'filter' && holdsCommandKey(event))) return;
  }
  if (runCommand(command) || command === 'review') event.preventDefault();
}

/** An item chosen from the menu. Undo and redo belong to a field that is being typed in. */
export function handleMenu(command: Command): void {
  const isFieldsOwn = command === 'undo' || command === 'redo';
  if (isFieldsOwn && takesText(document.activeElement)) document.execCommand(command);
  else runCommand(command);
}
