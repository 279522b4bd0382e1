import { z } from 'zod';
import type { AppError } from '../../core/app-error.ts';
import type { Result } from '../../core/result.ts';
import { defaultSettings, type Settings, themes } from '../../core/settings/settings.ts';
import { openSettingsFile } from '../store/settings-file.ts';

/** What a person chose for this installation, kept in `settings.json`. */
export interface SettingsStore {
  read(): Settings;
  write(settings: Settings): Result<void, AppError>;
}

const version1 = z.object({
  version: z.literal(1),
  theme: z.enum(themes),
  defaultLabels: z.array(z.string()),
});

export async function openSettingsStore(
  folder: string,
  now: () => Date,
): Promise<{ readonly store: SettingsStore; readonly notices: readonly AppError[] }> {
  const { file, notices } = await openSettingsFile<z.infer<typeof version1>>(
    folder,
    {
      name: 'settings',
      what: 'the settings',
      fallback: { version: 1, theme: defaultSettings.theme, defaultLabels: [...defaultSettings.defaultLabels] },
      migrate: (contents) => version1.safeParse(contents).data,
    },
    now,
  );
  return {
    notices,
    store: {
      read() {
        const { theme, defaultLabels } = file.read();
        return { theme, defaultLabels };
      },
      write: ({ theme, defaultLabels }) => file.write({ version: 1, theme, defaultLabels: [...defaultLabels] }),
    },
  };
}
