import type { ReactElement } from 'react';
import { Focusable, Tooltip, TooltipTrigger } from 'react-aria-components';
import { shortcutText } from './shortcut-keys.ts';

interface WithTooltipProps {
  readonly text: string | null | undefined;
  readonly shortcut?: string | undefined;
  /** A focusable element that takes DOM attributes and a ref. */
  readonly children: ReactElement<React.DOMAttributes<Element>, string>;
}

/** Shows a text beside an element while it is hovered or has keyboard focus; the text is its description, not its name. */
export function WithTooltip({ text, shortcut, children }: WithTooltipProps) {
  const isNone = !text && !shortcut;
  // Around the element even where there is no text now: it would be made anew, without the focus, when one comes or goes.
  return (
    <TooltipTrigger delay={500} closeDelay={0} isDisabled={isNone}>
      <Focusable>{children}</Focusable>
      {isNone ? null : (
        <Tooltip className="tooltip" placement="bottom" offset={6}>
          {text}
          {shortcut ? <kbd>{shortcutText(shortcut)}</kbd> : null}
        </Tooltip>
      )}
    </TooltipTrigger>
  );
}
