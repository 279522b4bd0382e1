import { QueryClient } from '@tanstack/react-query';

/**
 * What main said last. Calls go to main, not over a network: they never pause while the machine is offline, and main
 * retries where retrying is safe, so the cache never does.
 */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: { networkMode: 'always', retry: false, refetchOnWindowFocus: false, refetchOnReconnect: false },
    mutations: { networkMode: 'always', retry: false },
  },
});
