import { type FocusEvent, useLayoutEffect, useRef } from 'react';

/** What `useLostFocus` has to hear of the element around the controls. */
interface FocusHandlers {
  readonly onFocus: (event: FocusEvent) => void;
  readonly onBlur: () => void;
}

/**
 * Tells where the focused control was taken away, so that the keyboard can go on nearby instead of from the window's
 * top. To be called by what renders the controls.
 */
export function useLostFocus(onLost: () => void): FocusHandlers {
  const focused = useRef<Element | null>(null);

  useLayoutEffect(() => {
    if (!focused.current || focused.current.isConnected) return;
    focused.current = null;
    if (document.activeElement === document.body) onLost();
  });

  return {
    onFocus: ({ currentTarget, target }) => {
      // A dialog opened from here looks after its own focus.
      focused.current = currentTarget.contains(target) ? target : null;
    },
    // Not told for an element that is taken away, only where the person or the page puts the focus elsewhere.
    onBlur: () => {
      focused.current = null;
    },
  };
}
