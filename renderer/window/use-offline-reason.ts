import { useSyncExternalStore } from 'react';
import { useConnection } from './current-connection.ts';

/** Why nothing can be read from or sent to Camio just now: this computer is offline; null while it is not. */
export function useOfflineReason(): string | null {
  const isOnline = useSyncExternalStore(onChange, () => navigator.onLine);
  // The practice account is on this computer.
  const needsNetwork = useConnection().kind !== 'practice';
  return isOnline || !needsNetwork ? null : 'This computer is offline. Everything else works, and the draft is kept.';
}

function onChange(tell: () => void): () => void {
  const events = ['online', 'offline'] as const;
  for (const event of events) window.addEventListener(event, tell);
  return () => {
    for (const event of events) window.removeEventListener(event, tell);
  };
}
