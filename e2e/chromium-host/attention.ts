import type { PowerSaveBlocker } from 'electron';
import { Emitter } from './emitter.ts';
import { type Likeness, only } from './only.ts';

let last = 0;
const running = new Set<number>();

/** Numbers only: a test must not keep the computer awake. */
export const powerSaveBlocker = only('powerSaveBlocker', {
  start(): number {
    last += 1;
    running.add(last);
    return last;
  },
  stop: (id: number) => running.delete(id),
  isStarted: (id: number) => running.has(id),
} satisfies Likeness<PowerSaveBlocker>);

/** Shown to nobody: a page of Chromium's is in front, and a test must not disturb whoever runs it. */
export class Notification extends Emitter {
  constructor(_options: { readonly title?: string; readonly body?: string } = {}) {
    super('Notification', ['click', 'close', 'failed', 'show']);
  }

  show(): void {
    this.emit('show');
  }
}
