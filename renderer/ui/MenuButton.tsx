import type { ReactNode } from 'react';
import { Menu, MenuItem, MenuTrigger, Popover, Button as TriggerButton } from 'react-aria-components';

export interface MenuChoice {
  readonly id: string;
  readonly label: string;
  readonly icon?: ReactNode;
  readonly isDangerous?: boolean;
}

interface MenuButtonProps {
  readonly label: string;
  /** Shows the icon alone; the label stays the accessible name. */
  readonly isIconOnly?: boolean;
  readonly icon?: ReactNode;
  readonly variant?: 'quiet' | 'primary';
  readonly choices: readonly MenuChoice[];
  readonly onChoose: (id: string) => void;
}

/** A button that opens a menu of choices. */
export function MenuButton({ label, isIconOnly = false, icon, variant = 'quiet', choices, onChoose }: MenuButtonProps) {
  return (
    <MenuTrigger>
      <TriggerButton className={isIconOnly ? `button ${variant} icon-only` : `button ${variant}`} aria-label={label}>
        {icon}
        {isIconOnly ? null : label}
      </TriggerButton>
      <Popover className="popover" placement="bottom end">
        <Menu className="menu" aria-label={label} onAction={(id) => onChoose(String(id))}>
          {choices.map((choice) => (
            <MenuItem
              key={choice.id}
              id={choice.id}
              textValue={choice.label}
              className={choice.isDangerous ? 'menu-item dangerous' : 'menu-item'}
            >
              {choice.icon}
              {choice.label}
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
