import { z } from 'zod';
import type { AppError } from '../../core/app-error.ts';
import type { Result } from '../../core/result.ts';
import { defaultSettings, retentionLimits, type Settings, themes } from '../../core/settings/settings.ts';
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

const number = ({ min, max }: { readonly min: number; readonly max: number }) => z.int().min(min).max(max);

const version2 = version1.extend({
  version: z.literal(2),
  keepSnapshots: number(retentionLimits.keepSnapshots),
  keepSnapshotsDays: number(retentionLimits.keepSnapshotsDays),
});

type Version2 = z.infer<typeof version2>;

/** Version 1 knew nothing of snapshots. */
function migrate(contents: unknown): Version2 | undefined {
  const former = version1.safeParse(contents).data;
  return former ? { ...asVersion2(defaultSettings), ...former, version: 2 } : version2.safeParse(contents).data;
}

function asVersion2({ defaultLabels, ...settings }: Settings): Version2 {
  return { version: 2, ...settings, defaultLabels: [...defaultLabels] };
}

export async function openSettingsStore(
  folder: string,
  now: () => Date,
): Promise<{ readonly store: SettingsStore; readonly notices: readonly AppError[] }> {
  const { file, notices } = await openSettingsFile<Version2>(
    folder,
    {
      name: 'settings',
      what: 'the settings',
      fallback: asVersion2(defaultSettings),
      migrate,
    },
    now,
  );
  return {
    notices,
    store: {
      read() {
        const { version: _, ...settings } = file.read();
        return settings;
      },
      write: (settings) => file.write(asVersion2(settings)),
    },
  };
}
