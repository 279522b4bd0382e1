import { useId } from 'react';
import { type ConnectionColor, connectionColors } from '../../core/connections/connection.ts';

interface ColorFieldProps {
  readonly color: ConnectionColor;
  readonly onChange: (color: ConnectionColor) => void;
}

/** The colour a connection is told apart by. */
export function ColorField({ color: chosen, onChange }: ColorFieldProps) {
  const name = useId();
  return (
    <fieldset className="field">
      <legend>Colour</legend>
      <div className="colors">
        {connectionColors.map((color) => (
          <label key={color} className="color" data-color={color} title={color}>
            <input
              type="radio"
              name={name}
              checked={color === chosen}
              onChange={() => onChange(color)}
              aria-label={color}
            />
            <span className="color-dot" />
          </label>
        ))}
      </div>
    </fieldset>
  );
}
