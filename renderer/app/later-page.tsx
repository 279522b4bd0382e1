import { type ComponentType, lazy, useState } from 'react';

export interface LaterPage {
  readonly Content: ComponentType;
  /** Reads the page's script ahead of its first showing. */
  readonly read: () => Promise<void>;
}

/**
 * A page that is not part of the first load. Once it has been read it is shown at once: `lazy` alone would show its
 * fallback first even then, and React holds a fallback on the screen for 300 ms.
 */
export function laterPage(load: () => Promise<ComponentType>): LaterPage {
  let ready: ComponentType | null = null;
  const loadOnce = async () => {
    ready ??= await load();
    return { default: ready };
  };
  const Waiting = lazy(loadOnce);

  function Content() {
    // Which of the two is settled when the page is mounted, so that it is not mounted anew when the script arrives.
    const [Page] = useState<ComponentType>(() => ready ?? Waiting);
    return <Page />;
  }
  return { Content, read: async () => void (await loadOnce()) };
}
