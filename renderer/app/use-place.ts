import { useMemo, useState } from 'react';
import type { Navigation } from '../window/navigation.ts';
import { leaveCommand, leaveField } from '../window/shortcuts.ts';

type Place = Pick<Navigation, 'page' | 'connectionId'>;

/** The page in view and the open connection, and the ways to others. */
export function usePlace(first: Place): Navigation {
  const [place, setPlace] = useState(first);
  return useMemo(
    () => ({
      ...place,
      navigate: (page) => {
        leaveCommand(null);
        if (page !== place.page) leaveField();
        setPlace((before) => ({ ...before, page }));
      },
      open: (connectionId) => {
        leaveField();
        setPlace({ page: 'readers', connectionId });
      },
    }),
    [place],
  );
}
