import type { MouseEvent, ReactNode, Ref } from 'react';
import { ariaKeys } from './shortcut-keys.ts';
import { WithTooltip } from './WithTooltip.tsx';

export interface ButtonProps {
  /** Named by its effect: "Push to Camio", not "OK". */
  readonly children: ReactNode;
  readonly onPress?: () => void;
  readonly variant?: 'plain' | 'primary' | 'quiet' | 'danger';
  readonly type?: 'button' | 'submit';
  readonly icon?: ReactNode;
  /** Drawn at the end of the button, not part of its name. */
  readonly count?: ReactNode;
  /** Why it cannot be pressed now. It stays focusable, so that everyone can find out. */
  readonly disabledReason?: string | null | undefined;
  /** Under way: keeps the focus, takes no presses. */
  readonly isBusy?: boolean;
  readonly tooltip?: string | undefined;
  /** e.g. `Mod+Z`; shown in the tooltip. The page handles the key (`useCommand`). */
  readonly shortcut?: string | undefined;
  readonly 'aria-label'?: string;
  readonly 'aria-describedby'?: string;
  readonly 'aria-expanded'?: boolean;
  /** For a button that stays chosen. */
  readonly 'aria-pressed'?: boolean;
  readonly className?: string;
  readonly ref?: Ref<HTMLButtonElement>;
}

/** A button. One that is off says why instead of vanishing from the keyboard's way. */
export function Button(props: ButtonProps) {
  const { children, variant = 'plain', type = 'button', icon, count, isBusy = false, shortcut } = props;
  const isOff = isBusy || Boolean(props.disabledReason);

  const press = (event: MouseEvent) => {
    if (isOff) event.preventDefault();
    else props.onPress?.();
  };

  return (
    <WithTooltip text={props.disabledReason || props.tooltip} shortcut={shortcut}>
      <button
        ref={props.ref}
        type={type}
        className={['button', variant, props.className].filter(Boolean).join(' ')}
        aria-disabled={isOff || undefined}
        aria-busy={isBusy || undefined}
        aria-label={props['aria-label']}
        aria-describedby={props['aria-describedby']}
        aria-expanded={props['aria-expanded']}
        aria-pressed={props['aria-pressed']}
        aria-keyshortcuts={shortcut ? ariaKeys(shortcut) : undefined}
        onClick={press}
      >
        {icon}
        {children === null ? null : <span className="ellipsis">{children}</span>}
        {count === undefined || count === null ? null : (
          <span className="count" aria-hidden="true">
            {count}
          </span>
        )}
      </button>
    </WithTooltip>
  );
}
