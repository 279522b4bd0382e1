import { join } from 'node:path';
import { net, session } from 'electron';
import type { AppError } from '../core/app-error.ts';
import { practicePlan } from '../core/cameras/practice-plan.ts';
import type { Emit } from '../core/ipc/contract.ts';
import { createCertificateIssuers } from './app/certificates.ts';
import type { Log } from './app/log.ts';
import { createProxyLogins } from './app/proxy-logins.ts';
import { createPlanStore } from './cameras/plan-store.ts';
import { createClockWatch } from './camio/clock-watch.ts';
import { createParseList } from './camio/list-thread.ts';
import { createSendOnce } from './camio/send-once.ts';
import { createAccountGuard } from './connections/account-guard.ts';
import { createCamioAccounts } from './connections/camio-accounts.ts';
import { observedAccounts } from './connections/observed-accounts.ts';
import { openPracticeConnection, practiceConnectionId } from './connections/practice-connection.ts';
import { createConsent } from './consent/consent.ts';
import { createDraftStore } from './draft/draft-store.ts';
import { createEventHistories } from './events/event-histories.ts';
import { createPractice } from './practice/practice.ts';
import { createFreshTokens } from './sign-in/fresh-tokens.ts';
import type { Stores } from './stores.ts';
import { createSweeps } from './sweep/sweeps.ts';
import { createTakeoverWatch } from './takeover/takeover-watch.ts';
import type { WindowDialog } from './window/window-dialog.ts';
import { createWorksheetStore } from './worksheet/worksheet-store.ts';

/** What works on the stores: the way to Camio, the drafts and the practice account. */
export function createServices(
  { connections, secrets, clientSecrets, servers }: Stores,
  folder: string,
  emit: Emit,
  dialog: WindowDialog,
  log: Log,
) {
  const proxyLogins = createProxyLogins({ show: (question) => emit('proxyQuestion', { question }) });
  const issuers = createCertificateIssuers();
  issuers.watch(session.defaultSession);
  const send = createSendOnce(net, { issuerOf: issuers.issuerOf, askProxyLogin: proxyLogins.ask }, (name) => {
    const own = session.fromPartition(name, { cache: false });
    issuers.watch(own);
    return own;
  });
  const parseList = createParseList(new URL('./list-worker.js', import.meta.url));
  const practice = createPractice({ folder: join(folder, 'practice'), emit });
  const notice = (error: AppError) => emit('notice', error);
  const consent = createConsent({
    dialog,
    servers,
    isPractice: (baseUrl) => practice.status().baseUrl === baseUrl,
    notice,
  });
  const onChange = (connectionId: string) => emit('connectionChanged', { connectionId });
  const clocks = createClockWatch({ onChange });
  const tokens = createFreshTokens({ connections, secrets, clientSecrets, send, log, onChange });
  const unobserved = createCamioAccounts({
    connections,
    secrets: tokens,
    send,
    parseList,
    onOutcome(...outcome) {
      clocks.observe(...outcome);
      tokens.observe(...outcome);
    },
  });
  const guard = createAccountGuard({
    connections,
    accounts: unobserved,
    onChange,
    notice,
  });
  const takeovers = createTakeoverWatch({
    connections,
    look: async (connectionId) => {
      const client = await accounts.client(connectionId);
      // A look that fails tells nothing: the next one will, and whoever reads the list in between.
      if (client.ok) await client.value.readList(new AbortController().signal);
    },
    onChange: (connectionId, takeover) => emit('takeover', { connectionId, takeover }),
    notice,
    now: () => new Date(),
  });
  const accounts = observedAccounts(unobserved, (connectionId, readers) => {
    void takeovers.observe(connectionId, readers);
    void guard.askOnce(connectionId);
  });
  const drafts = createDraftStore({ connections });
  const events = createEventHistories({ connections, now: () => new Date() });
  return {
    send,
    proxyLogins,
    accounts,
    /** For pushes, whose own readings say nothing about the push before. */
    unobserved,
    clocks,
    consent,
    guard,
    takeovers,
    drafts,
    events,
    plans: createPlanStore({
      connections,
      firstPlan: (connectionId) => (connectionId === practiceConnectionId ? practicePlan() : null),
    }),
    worksheets: createWorksheetStore({ connections, notice, now: () => new Date() }),
    sweeps: createSweeps({ connections, accounts, guard, consent, drafts, emit, notice }),
    practice,
    notice,
    /** `tell` hears of a practice file that was set aside; by default the window does. */
    openPractice: (tell = notice) => openPracticeConnection({ connections, secrets, practice, notice: tell }),
  };
}

export type Services = ReturnType<typeof createServices>;
