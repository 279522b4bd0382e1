import { z } from 'zod';
import type { AppError } from '../../core/app-error.ts';
import type { EventPreset } from '../../core/events/preset.ts';
import { eventTypes } from '../../core/events/test-event.ts';
import type { Result } from '../../core/result.ts';
import { openSettingsFile } from '../store/settings-file.ts';

/** The person's own presets for test events, kept in `event-presets.json` for all connections. */
export interface PresetStore {
  list(): readonly EventPreset[];
  replace(presets: readonly EventPreset[]): Result<void, AppError>;
}

const version1 = z.object({
  version: z.literal(1),
  presets: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      eventType: z.enum(eventTypes).nullable(),
      labels: z.array(z.string()),
      actorId: z.string(),
      actorName: z.string(),
    }),
  ),
});

export async function openPresetStore(
  folder: string,
  now: () => Date,
): Promise<{ readonly presets: PresetStore; readonly notices: readonly AppError[] }> {
  const { file, notices } = await openSettingsFile<z.infer<typeof version1>>(
    folder,
    {
      name: 'event-presets',
      what: 'the presets for test events',
      fallback: { version: 1, presets: [] },
      migrate: (contents) => version1.safeParse(contents).data,
    },
    now,
  );
  const presets: PresetStore = {
    list: () => file.read().presets,
    replace: (kept) =>
      file.write({ version: 1, presets: kept.map((preset) => ({ ...preset, labels: [...preset.labels] })) }),
  };
  return { presets, notices };
}
