import { Button, type ButtonProps } from './Button.tsx';

interface IconButtonProps extends Omit<ButtonProps, 'children' | 'aria-label' | 'count'> {
  /** Its accessible name, and its tooltip where no other is given. */
  readonly label: string;
}

/** A square button that shows only an icon. */
export function IconButton({ label, variant = 'quiet', className, tooltip, ...rest }: IconButtonProps) {
  return (
    <Button
      {...rest}
      variant={variant}
      aria-label={label}
      tooltip={tooltip ?? label}
      className={['icon-only', className].filter(Boolean).join(' ')}
    >
      {null}
    </Button>
  );
}
