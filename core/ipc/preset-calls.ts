import { z } from 'zod';
import type { EventPreset, PresetToSave } from '../events/preset.ts';
import { answers, type Checked, nothing, ownText, typed } from './call.ts';
import { presetFields } from './event-calls.ts';

const presetToSave: Checked<PresetToSave> = z.object({
  id: ownText.nullable(),
  name: typed,
  ...presetFields,
});

export const presetCalls = {
  /** The person's own, by name; the built-in ones are not among them. */
  list: answers<readonly EventPreset[]>()(nothing),
  /** Adds a preset (`id` null), or replaces the one of that id. */
  save: answers<readonly EventPreset[]>()(presetToSave),
  delete: answers<readonly EventPreset[]>()(z.object({ id: ownText })),
};
