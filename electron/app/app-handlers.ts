import type { AppInfo, Handlers } from '../../core/ipc.ts';
import { ok } from '../../core/result.ts';
import type { OpenExternal } from './open-external.ts';

/** `info` is asked for at every load of the window's page. */
export function createAppHandlers({
  info,
  openExternal,
}: {
  info: () => AppInfo;
  openExternal: OpenExternal;
}): Handlers<'app'> {
  return {
    info: async () => ok(info()),
    openExternal: ({ url }) => openExternal(url),
  };
}
