import type { AppError } from '../../core/app-error.ts';
import { type EventPreset, withPreset } from '../../core/events/preset.ts';
import type { Handlers } from '../../core/ipc/contract.ts';
import { fail, ok, type Result } from '../../core/result.ts';
import type { PresetStore } from './preset-store.ts';

/** The person's own presets. Every change answers with all of them. */
export function createPresetHandlers(options: {
  readonly presets: PresetStore;
  readonly newId: () => string;
}): Handlers<'presets'> {
  const { presets, newId } = options;

  function keep(next: readonly EventPreset[]): Result<readonly EventPreset[], AppError> {
    const kept = presets.replace(next);
    return kept.ok ? ok(next) : kept;
  }

  return {
    async list() {
      return ok(presets.list());
    },
    async save({ id, ...preset }) {
      if (id !== null && !presets.list().some((known) => known.id === id)) return fail(noSuchPreset);
      const next = withPreset(presets.list(), { ...preset, id: id ?? newId() });
      return next.ok ? keep(next.value) : next;
    },
    async delete({ id }) {
      return keep(presets.list().filter((known) => known.id !== id));
    },
  };
}

const noSuchPreset: AppError = {
  code: 'not-found',
  message: 'This preset was deleted meanwhile.',
  next: 'Save it under a new name.',
};
