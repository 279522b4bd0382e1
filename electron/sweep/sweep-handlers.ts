import type { Handlers } from '../../core/ipc/contract.ts';
import { fail, ok } from '../../core/result.ts';
import { notAsShown } from './sweep-refusals.ts';
import type { Sweeps } from './sweeps.ts';

/** Main's side of sweeps. Their states and results arrive as events. */
export function createSweepHandlers(sweeps: Sweeps): Handlers<'sweep'> {
  return {
    list: ({ connectionId }) => sweeps.list(connectionId),

    async results({ connectionId, sweepId }) {
      const file = await sweeps.open(connectionId, sweepId);
      return file.ok ? ok(file.value.progress.results()) : file;
    },

    async start({ connectionId, choices, shown }) {
      // What the person agreed to in the window, and nothing else.
      const events = new Set(choices.readerIds).size;
      if (events !== shown.events || choices.eventType !== shown.eventType) return fail(notAsShown);
      const started = await sweeps.start(connectionId, choices);
      return started.ok ? ok(started.value.summary()) : started;
    },

    async pause({ connectionId, sweepId }) {
      sweeps.pause(connectionId, sweepId);
      return ok(undefined);
    },

    resume: ({ connectionId, sweepId }) => sweeps.resume(connectionId, sweepId),
    stop: ({ connectionId, sweepId }) => sweeps.stop(connectionId, sweepId),
    sendAgain: ({ connectionId, sweepId, readerIds }) => sweeps.sendAgain(connectionId, sweepId, readerIds),
  };
}
