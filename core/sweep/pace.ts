/** How time passes for a sweep. `ticksMs` only ever goes forward, whatever happens to the computer's clock. */
export interface PaceEffects {
  ticksMs(): number;
  wait(ms: number, cancel: AbortSignal): Promise<void>;
}

/** Lets the lanes of a sweep send one event after the other, as often as it may, and none of them while it waits. */
export class Pace {
  private readonly intervalMs: number;
  private nextSlot = 0;
  private notBefore = 0;

  constructor(
    perMinute: number | null,
    private readonly effects: PaceEffects,
    private readonly cancel: AbortSignal,
  ) {
    this.intervalMs = perMinute === null ? 0 : 60_000 / perMinute;
  }

  /** Resolves when the next event may be sent, or when there is nothing to send any more. */
  async turn(): Promise<void> {
    while (!this.cancel.aborted) {
      const now = this.effects.ticksMs();
      const at = Math.max(this.nextSlot, this.notBefore);
      if (at <= now) {
        this.nextSlot = now + this.intervalMs;
        return;
      }
      await this.effects.wait(at - now, this.cancel);
    }
  }

  /** Nobody's turn comes before so many ms have passed. */
  holdFor(ms: number): void {
    this.notBefore = Math.max(this.notBefore, this.effects.ticksMs() + ms);
  }
}
