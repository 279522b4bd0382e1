import { createContext, useContext } from 'react';
import type { MenuCommand } from '../../core/ipc/contract.ts';

export type Page = Extract<MenuCommand, { kind: 'go' }>['page'];

export interface Navigation {
  readonly page: Page;
  readonly connectionId: string | null;
  readonly navigate: (page: Page) => void;
  /** Makes a connection the open one and shows its readers. */
  readonly open: (connectionId: string) => void;
}

export const NavigationContext = createContext<Navigation | null>(null);

function useNavigation(): Navigation {
  const navigation = useContext(NavigationContext);
  if (!navigation) throw new Error('Only inside the shell there is somewhere to go.');
  return navigation;
}

/** Goes to a page. A page that needs a connection shows Connections while none is open. */
export function useNavigate(): (page: Page) => void {
  return useNavigation().navigate;
}

/** Opens a connection by id and shows its readers. */
export function useOpenConnection(): (connectionId: string) => void {
  return useNavigation().open;
}
