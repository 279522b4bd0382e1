import type { Handlers } from '../../core/ipc/contract.ts';
import { ok } from '../../core/result.ts';
import { cleanLabels } from '../../core/settings/default-labels.ts';
import type { Settings } from '../../core/settings/settings.ts';
import type { SettingsStore } from './settings-store.ts';

/** `onChange` is told what was written, e.g. to apply the theme. */
export function createSettingsHandlers({
  settings,
  onChange,
}: {
  settings: SettingsStore;
  onChange: (settings: Settings) => void;
}): Handlers<'settings'> {
  return {
    async read() {
      return ok(settings.read());
    },
    async write(chosen) {
      const labels = cleanLabels(chosen.defaultLabels);
      if (!labels.ok) return labels;
      const cleaned = { ...chosen, defaultLabels: labels.value };
      const written = settings.write(cleaned);
      if (!written.ok) return written;
      onChange(cleaned);
      return ok(cleaned);
    },
  };
}
