import { queryOptions } from '@tanstack/react-query';
import { unwrap } from '../app/app-failure.ts';
import { ipc } from '../app/ipc.ts';

/** The practice account and what it received. Read anew at every request it receives (PracticePanel). */
export const practiceQuery = queryOptions({
  queryKey: ['practice'],
  queryFn: () => unwrap(ipc.practice.status()),
});
