import type { AppInfo } from '../../core/ipc/app-calls.ts';
import type { Calls, CheckedInputOf, Handlers } from '../../core/ipc/contract.ts';
import { ok } from '../../core/result.ts';
import type { OpenExternal } from './open-external.ts';
import type { ProxyLogins } from './proxy-logins.ts';

/** `info` is asked for at every load of the window's page. */
export function createAppHandlers({
  info,
  openExternal,
  proxyLogins,
  settled,
}: {
  info: () => AppInfo;
  openExternal: OpenExternal;
  proxyLogins: Pick<ProxyLogins, 'answer'>;
  settled: (answer: CheckedInputOf<Calls['app']['settled']>) => void;
}): Handlers<'app'> {
  return {
    info: async () => ok(info()),
    openExternal: ({ url }) => openExternal(url),
    answerProxy: async (answer) => ok(proxyLogins.answer(answer)),
    settled: async (answer) => ok(settled(answer)),
  };
}
