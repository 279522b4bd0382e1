import type { AppInfo } from '../../core/ipc/app-calls.ts';
import type { Calls, CheckedInputOf, Handlers } from '../../core/ipc/contract.ts';
import { ok } from '../../core/result.ts';
import type { OpenExternal } from './open-external.ts';

/** `info` is asked for at every load of the window's page. */
export function createAppHandlers({
  info,
  openExternal,
  settled,
}: {
  info: () => AppInfo;
  openExternal: OpenExternal;
  settled: (answer: CheckedInputOf<Calls['app']['settled']>) => void;
}): Handlers<'app'> {
  return {
    info: async () => ok(info()),
    openExternal: ({ url }) => openExternal(url),
    settled: async (answer) => ok(settled(answer)),
  };
}
