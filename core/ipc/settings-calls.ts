import { z } from 'zod';
import { retentionLimits, type Settings, themes } from '../settings/settings.ts';
import { answers, type Checked, labels, nothing, within } from './call.ts';

const settings: Checked<Settings> = z.object({
  theme: z.enum(themes),
  defaultLabels: labels,
  keepSnapshots: within(retentionLimits.keepSnapshots),
  keepSnapshotsDays: within(retentionLimits.keepSnapshotsDays),
});

export const settingsCalls = {
  read: answers<Settings>()(nothing),
  write: answers<Settings>()(settings),
};
