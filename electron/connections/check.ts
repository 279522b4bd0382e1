import type { AppError } from '../../core/app-error.ts';
import type { ReadList } from '../../core/camio/client.ts';
import { isSkewed, phraseClockSkew, toleratedSkewSeconds } from '../../core/camio/clock-skew.ts';
import type { ListKey } from '../../core/camio/dialect.ts';
import type { CamioFailure } from '../../core/camio/failure.ts';
import { phraseFailure } from '../../core/camio/phrase-failure.ts';
import { judgeAccount } from '../../core/connections/account.ts';
import type { CheckStep, ConnectionCheck } from '../../core/connections/connection.ts';
import { fail, ok, type Result } from '../../core/result.ts';
import { counted, latencyText } from '../../core/text/amounts.ts';
import type { ClockWatch } from '../camio/clock-watch.ts';
import type { CamioAccounts } from './camio-accounts.ts';
import type { ConnectionStore } from './connection-store.ts';
import { noConnection } from './no-connection.ts';

/** *Check connection*: reads the list and asks for the account; changes nothing in Camio. */
export function createConnectionCheck(options: {
  readonly connections: Pick<ConnectionStore, 'get'>;
  readonly accounts: CamioAccounts;
  readonly clocks: Pick<ClockWatch, 'skewSeconds'>;
  readonly now?: () => Date;
}): (connectionId: string) => Promise<Result<ConnectionCheck, AppError>> {
  const { connections, accounts, clocks, now = () => new Date() } = options;
  return async (connectionId) => {
    const connection = connections.get(connectionId);
    const client = await accounts.client(connectionId);
    if (!client.ok) return client;
    if (!connection) return fail(noConnection);
    const { signal } = new AbortController();
    const startedAt = performance.now();
    const list = await client.value.readList(signal);
    const latencyMs = list.ok ? list.value.latencyMs : Math.round(performance.now() - startedAt);
    const { host } = new URL(connection.baseUrl);
    const steps: CheckStep[] = [reachStep(list, host, latencyMs), listStep(list, latencyMs)];
    const wasAnswered = list.ok || list.error.code !== 'transport';
    let accountEmail: string | null = null;
    if (wasAnswered) {
      const account = await client.value.whoAmI(signal);
      accountEmail = account.ok ? account.value.email : null;
      steps.push(accountStep(account, connection.accountEmail));
    } else {
      steps.push({ name: 'Account', outcome: 'unknown', message: 'Not asked, since the server was not reached.' });
    }
    steps.push(dialectStep(list, connection.dialect.listKey));
    steps.push(clockStep(wasAnswered, clocks.skewSeconds(connectionId)));
    const readers = list.ok ? list.value.readers.length : null;
    return ok({ checkedAt: now().toISOString(), steps, accountEmail, readers });
  };
}

function reachStep(list: Result<ReadList, CamioFailure>, host: string, latencyMs: number): CheckStep {
  const name = 'Reach the server';
  if (!list.ok && list.error.code === 'transport') {
    return { name, outcome: 'failed', message: `${host}: ${phraseFailure(list.error, 'read the list').message}` };
  }
  const status = list.ok ? list.value.status : statusOf(list.error);
  const answered = `${host} answered in ${latencyText(latencyMs)}`;
  return status === null
    ? { name, outcome: 'passed', message: `${answered}.`, latencyMs }
    : { name, outcome: 'passed', message: `${answered} with status ${status}.`, status, latencyMs };
}

function listStep(list: Result<ReadList, CamioFailure>, latencyMs: number): CheckStep {
  const name = 'Read the list';
  if (list.ok) {
    const count = list.value.readers.length;
    const message = `Camio holds ${counted(count, 'reader')}.`;
    return { name, outcome: 'passed', message, status: list.value.status, latencyMs };
  }
  const { message, next } = phraseFailure(list.error, 'read the list');
  const status = statusOf(list.error);
  return { name, outcome: 'failed', message: `${message} ${next}`, ...(status === null ? {} : { status }) };
}

/** Whether every token may ask for its account is not documented, so no answer here is no failure. */
function accountStep(
  account: Result<{ readonly email: string | null }, CamioFailure>,
  known: string | null,
): CheckStep {
  const name = 'Account';
  const standing = judgeAccount(known, account.ok ? account.value.email : null);
  if (standing.kind === 'other account') {
    const message = `The token belongs to ${standing.now}. Until now this connection led to ${standing.was}.`;
    return { name, outcome: 'failed', message };
  }
  if (account.ok && account.value.email !== null) {
    return { name, outcome: 'passed', message: `The token belongs to ${account.value.email}.` };
  }
  const message = 'The server did not say whose account it is. Lists and events can work all the same.';
  const status = account.ok ? null : statusOf(account.error);
  return { name, outcome: 'unknown', message, ...(status === null ? {} : { status }) };
}

function dialectStep(list: Result<ReadList, CamioFailure>, set: ListKey): CheckStep {
  const name = 'Dialect';
  if (!list.ok) return { name, outcome: 'unknown', message: 'It shows only in a list that can be read.' };
  const { seenAs } = list.value;
  if (seenAs === 'bare') {
    return {
      name,
      outcome: 'unknown',
      message: `The list came without a key. A push sends it under “${set}”, as set.`,
    };
  }
  if (seenAs === set) return { name, outcome: 'passed', message: `The list came under “${set}”, as set.` };
  const message = `The list came under “${seenAs}”, but a push would send it under “${set}”. Check the dialect of this connection.`;
  return { name, outcome: 'failed', message };
}

function clockStep(wasAnswered: boolean, skewSeconds: number | null): CheckStep {
  const name = 'Clock';
  if (!wasAnswered) return { name, outcome: 'unknown', message: 'Not compared, since the server was not reached.' };
  if (skewSeconds === null) return { name, outcome: 'unknown', message: 'The server did not say what time it has.' };
  if (isSkewed(skewSeconds)) {
    const message = `${phraseClockSkew(skewSeconds)} Events sent now would have the wrong time. Set this computer’s clock.`;
    return { name, outcome: 'failed', message };
  }
  const message = `This computer’s clock and Camio’s agree to within ${toleratedSkewSeconds} seconds.`;
  return { name, outcome: 'passed', message };
}

function statusOf(failure: CamioFailure): number | null {
  if ('status' in failure) return failure.status;
  return failure.code === 'rate limited' ? 429 : null;
}
