import { createContext, useContext } from 'react';
import type { ConnectionView } from '../../core/connections/connection.ts';

export const CurrentConnectionContext = createContext<ConnectionView | null>(null);

/** The open connection; null while none is. */
export function useConnectionIfOpen(): ConnectionView | null {
  return useContext(CurrentConnectionContext);
}

/** The open connection. Only for pages that are mounted with one: Readers, Review, Test events. */
export function useConnection(): ConnectionView {
  const connection = useConnectionIfOpen();
  if (!connection) throw new Error('This page was shown without an open connection.');
  return connection;
}
