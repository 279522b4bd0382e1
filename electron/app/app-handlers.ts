import type { AppInfo } from '../../core/ipc/app-calls.ts';
import type { Calls, CheckedInputOf, Handlers } from '../../core/ipc/contract.ts';
import { ok } from '../../core/result.ts';
import type { Faults } from './faults.ts';
import type { OpenExternal } from './open-external.ts';
import type { ProxyLogins } from './proxy-logins.ts';

/** `info` is asked for at every load of the window's page. */
export function createAppHandlers({
  info,
  openExternal,
  proxyLogins,
  faults,
  settled,
}: {
  info: () => AppInfo;
  openExternal: OpenExternal;
  proxyLogins: Pick<ProxyLogins, 'answer'>;
  faults: Pick<Faults, 'note'>;
  settled: (answer: CheckedInputOf<Calls['app']['settled']>) => void;
}): Handlers<'app'> {
  return {
    info: async () => ok(info()),
    openExternal: ({ url }) => openExternal(url),
    answerProxy: async (answer) => ok(proxyLogins.answer(answer)),
    reportFault: async ({ what, text }) => ok(faults.note(`In the window: ${what}.`, text)),
    settled: async (answer) => ok(settled(answer)),
  };
}
