import { Monitor, Moon, Sun } from 'lucide-react';
import { useId } from 'react';
import { type Theme, themes } from '../../core/settings/settings.ts';

const faces = {
  system: { name: 'System', Icon: Monitor },
  light: { name: 'Light', Icon: Sun },
  dark: { name: 'Dark', Icon: Moon },
} as const satisfies Record<Theme, unknown>;

interface ThemeFieldProps {
  readonly theme: Theme;
  readonly onChange: (theme: Theme) => void;
}

/** Light, dark, or as the system has it. Main tells the window's colour scheme, so nothing is switched here. */
export function ThemeField({ theme: chosen, onChange }: ThemeFieldProps) {
  const group = useId();
  return (
    <fieldset className="field">
      <legend>Theme</legend>
      <div className="themes">
        {themes.map((theme) => {
          const { name, Icon } = faces[theme];
          return (
            <label key={theme} className="theme">
              <input type="radio" name={group} checked={theme === chosen} onChange={() => onChange(theme)} />
              <Icon aria-hidden="true" />
              {name}
            </label>
          );
        })}
      </div>
    </fieldset>
  );
}
