import type { AppError } from '../../core/app-error.ts';
import { isSkewed } from '../../core/camio/clock-skew.ts';
import { originOf } from '../../core/connections/base-url.ts';
import type { Connection, ConnectionCheck, ConnectionView } from '../../core/connections/connection.ts';
import {
  checkSignInClient,
  parseClientSecret,
  type SignInClient,
  sameSignIn,
} from '../../core/connections/sign-in-client.ts';
import { cleanToken } from '../../core/connections/token.ts';
import type { Handlers } from '../../core/ipc/contract.ts';
import { fail, ok, type Result } from '../../core/result.ts';
import type { Revocation } from '../../core/sign-in/revocation.ts';
import { counted } from '../../core/text/amounts.ts';
import type { ClockWatch } from '../camio/clock-watch.ts';
import type { Secrets } from '../secrets/secrets.ts';
import type { TokenRecord } from '../secrets/token-record.ts';
import { type AccountGuard, withoutOther } from './account-guard.ts';
import { checkConnectionFields } from './connection-fields.ts';
import type { ConnectionStore } from './connection-store.ts';
import { noConnection } from './no-connection.ts';
import { openPracticeConnection, type PracticeServer } from './practice-connection.ts';

type Done = Promise<Result<void, AppError>>;
type While = <T>(connectionId: string, run: () => Promise<Result<T, AppError>>) => Promise<Result<T, AppError>>;

interface Needs {
  readonly connections: ConnectionStore;
  readonly secrets: Secrets;
  /** The secrets of clients, kept like tokens and bound to the server that takes them. */
  readonly clientSecrets: Pick<Secrets, 'set' | 'forget' | 'status'>;
  readonly signIns: {
    cancel(connectionId: string): void;
    /** null where the token did not come from signing in. */
    revoke(connectionId: string): Promise<Revocation | null>;
  };
  readonly drafts: { changes(connectionId: string): Promise<number | null>; discard(connectionId: string): Done };
  readonly plans: {
    worked(connectionId: string): Promise<number>;
    release(connectionId: string, then: () => Done): Done;
  };
  readonly worksheets: { release(connectionId: string, then: () => Done): Done };
  readonly practice: PracticeServer;
  readonly takeovers: { forget(connectionId: string): Promise<void> };
  readonly events: { forget(connectionId: string): Promise<void> };
  readonly sweeps: { readonly whileDeleting: While };
  readonly pushes: { readonly whileDeleting: While };
  readonly notice: (error: AppError) => void;
  readonly guard: Pick<AccountGuard, 'awaitAnswer' | 'confirm' | 'forget'>;
  readonly clocks: Pick<ClockWatch, 'skewSeconds'>;
  readonly check: (connectionId: string) => Promise<Result<ConnectionCheck, AppError>>;
  readonly newId: () => string;
}

/** Main's side of the Connections page. A token goes in and never comes out. */
export function createConnectionHandlers(needs: Needs): Handlers<'connections'> {
  const {
    connections,
    secrets,
    clientSecrets,
    signIns,
    drafts,
    plans,
    worksheets,
    takeovers,
    events,
    sweeps,
    pushes,
    guard,
    clocks,
    check,
    newId,
  } = needs;

  const tokenStatus = ({ id, baseUrl }: Connection) => secrets.status(id, originOf(baseUrl));

  async function view(connection: Connection): Promise<ConnectionView> {
    const [token, draftChanges] = await Promise.all([tokenStatus(connection), drafts.changes(connection.id)]);
    const skew = clocks.skewSeconds(connection.id);
    return { ...connection, token, draftChanges, ...(isSkewed(skew) ? { clockSkewSeconds: skew } : {}) };
  }

  /** Deletes a connection with its files and its token. Where that fails halfway, it can be tried again. */
  async function remove(connectionId: string): Promise<Result<void, AppError>> {
    await events.forget(connectionId);
    const discarded = await plans.release(connectionId, () =>
      worksheets.release(connectionId, () => drafts.discard(connectionId)),
    );
    if (!discarded.ok) return discarded;
    signIns.cancel(connectionId);
    const forgotten = await secrets.forget(connectionId);
    if (!forgotten.ok) return forgotten;
    const secretForgotten = await clientSecrets.forget(connectionId);
    if (!secretForgotten.ok) return secretForgotten;
    const deleted = connections.delete(connectionId);
    if (!deleted.ok) return deleted;
    // The practice account comes again under the same id.
    guard.forget(connectionId);
    await takeovers.forget(connectionId);
    return ok(undefined);
  }

  /** Keeps a secret that was typed. One that belongs to another client, or to a token address that changed, is forgotten. */
  async function keepClientSecret(
    { id, signIn }: Connection,
    secret: string,
    before: SignInClient | undefined,
  ): Promise<Result<unknown, AppError>> {
    if (signIn && secret !== '') {
      return clientSecrets.set(id, { token: secret, origin: originOf(signIn.tokenUrl) });
    }
    const isSame =
      signIn !== undefined &&
      before !== undefined &&
      signIn.clientId === before.clientId &&
      originOf(signIn.tokenUrl) === originOf(before.tokenUrl);
    return isSame ? ok(undefined) : clientSecrets.forget(id);
  }

  return {
    async list() {
      return ok(await Promise.all(connections.list().map(view)));
    },

    async add({ token: pasted, signIn: typedSignIn = null, ...entered }) {
      const fields = checkConnectionFields(entered, connections.list());
      if (!fields.ok) return fields;
      const token = pasted.trim() === '' ? ok(null) : cleanToken(pasted);
      if (!token.ok) return token;
      const signIn = checkSignIn(typedSignIn);
      if (!signIn.ok) return signIn;

      const connection: Connection = {
        id: newId(),
        kind: 'camio',
        ...fields.value,
        accountEmail: null,
        ...(signIn.value ? { signIn: signIn.value.client } : {}),
      };
      const kept = connections.put(connection);
      if (!kept.ok) return kept;
      const secretKept = await keepClientSecret(connection, signIn.value?.secret ?? '', undefined);
      const set =
        !secretKept.ok || token.value === null
          ? secretKept
          : await secrets.set(connection.id, recordOf(token.value, connection));
      if (set.ok) return ok(await view(connection));
      // Half a connection would refuse the next attempt to save the form as one of the same name.
      const undone = connections.delete(connection.id);
      return undone.ok ? set : undone;
    },

    async update({ connectionId, signIn: typedSignIn, ...entered }) {
      const before = connections.get(connectionId);
      if (!before) return fail(noConnection);
      const others = connections.list().filter(({ id }) => id !== connectionId);
      const fields = checkConnectionFields(entered, others);
      if (!fields.ok) return fields;
      const isFixed = before.kind === 'practice' || typedSignIn === undefined;
      const signIn = isFixed
        ? ok(before.signIn ? { client: before.signIn, secret: '' } : null)
        : checkSignIn(typedSignIn);
      if (!signIn.ok) return signIn;

      const moved = originOf(fields.value.baseUrl) !== originOf(before.baseUrl);
      if (before.kind === 'practice' && fields.value.baseUrl !== before.baseUrl) return practiceIsFixed();
      if (moved) {
        // First where the connection leads now: that binds a token of an older version to it.
        const here = await tokenStatus(before);
        const there = await secrets.status(connectionId, originOf(fields.value.baseUrl));
        if (there.kind === 'unreadable') return tokenBelongsTo(here.kind === 'unreadable' ? null : before);
      }
      // Another server has other accounts.
      const {
        timeZone: _,
        signIn: _before,
        ...kept
      } = moved ? { ...withoutOther(before), accountEmail: null } : before;
      const client = signIn.value?.client;
      const connection: Connection = { ...kept, ...fields.value, ...(client ? { signIn: client } : {}) };
      const secretKept = await keepClientSecret(connection, signIn.value?.secret ?? '', before.signIn);
      if (!secretKept.ok) return secretKept;
      const written = connections.put(connection);
      if (!written.ok) return written;
      if (moved || !sameSignIn(before.signIn, client)) signIns.cancel(connectionId);
      if (moved) guard.forget(connectionId);
      return ok(await view(connection));
    },

    async delete({ connectionId, typedName }) {
      const connection = connections.get(connectionId);
      if (!connection) return fail(noConnection);
      const changes = (await drafts.changes(connectionId)) ?? 0;
      const cameras = await plans.worked(connectionId);
      if (changes + cameras > 0 && typedName.trim() !== connection.name) {
        return confirmationNeeded(connection, changes, cameras);
      }
      return pushes.whileDeleting(connectionId, () => sweeps.whileDeleting(connectionId, () => remove(connectionId)));
    },

    async replaceToken({ connectionId, token: pasted }) {
      const connection = connections.get(connectionId);
      if (!connection) return fail(noConnection);
      if (connection.kind === 'practice') return practiceIsFixed();
      const token = cleanToken(pasted);
      if (!token.ok) return token;
      const set = await secrets.set(connectionId, recordOf(token.value, connection));
      if (!set.ok) return set;
      guard.forget(connectionId);
      return ok(await view(connections.get(connectionId) ?? connection));
    },

    async forgetToken({ connectionId }) {
      const connection = connections.get(connectionId);
      if (!connection) return fail(noConnection);
      if (connection.kind === 'practice') return practiceIsFixed();
      signIns.cancel(connectionId);
      const revocation = await signIns.revoke(connectionId);
      const forgotten = await secrets.forget(connectionId);
      return forgotten.ok ? ok({ connection: await view(connection), revocation }) : forgotten;
    },

    async check({ connectionId }) {
      if (!connections.get(connectionId)) return fail(noConnection);
      const take = guard.awaitAnswer(connectionId);
      const checked = await check(connectionId);
      if (checked.ok) take(checked.value.accountEmail);
      return checked;
    },

    async confirmAccount({ connectionId, typedEmail }) {
      if (!connections.get(connectionId)) return fail(noConnection);
      const confirmed = guard.confirm(connectionId, typedEmail);
      if (!confirmed.ok) return confirmed;
      const connection = connections.get(connectionId);
      return connection ? ok(await view(connection)) : fail(noConnection);
    },

    async openPractice() {
      const opened = await openPracticeConnection(needs);
      return opened.ok ? ok(await view(opened.value)) : opened;
    },
  };
}

type TypedSignIn = SignInClient & { readonly clientSecret: string };
interface CheckedSignIn {
  readonly client: SignInClient;
  readonly secret: string;
}

function checkSignIn(typed: TypedSignIn | null): Result<CheckedSignIn | null, AppError> {
  if (typed === null) return ok(null);
  const client = checkSignInClient(typed);
  if (!client.ok) return client;
  const secret = parseClientSecret(typed.clientSecret);
  return secret.ok ? ok({ client: client.value, secret: secret.value }) : secret;
}

/** A token is entered for the server that its connection leads to. */
function recordOf(token: string, { baseUrl }: Connection): TokenRecord {
  return { token, origin: originOf(baseUrl) };
}

function practiceIsFixed(): Result<never, AppError> {
  return fail({
    code: 'blocked',
    message: 'The practice account’s address and token are made by Reader Desk and cannot be changed.',
    next: 'Add a connection for your Camio account instead.',
  });
}

/** A token never reaches a server it was not entered for, so the person forgets it first. null: the server is not known. */
function tokenBelongsTo(connection: Connection | null): Result<never, AppError> {
  const server = connection ? originOf(connection.baseUrl) : 'another server';
  return fail({
    code: 'blocked',
    message: `The token of this connection belongs to ${server} and is not sent to another one.`,
    next: 'Forget the token, change the address, then enter the token of the new server.',
  });
}

function confirmationNeeded({ name }: Connection, changes: number, cameras: number): Result<never, AppError> {
  const count = counted(changes, 'change that was', 'changes that were');
  const draft = `The draft of “${name}” has ${count} never pushed.`;
  const plan = `The camera plan of “${name}” has ${counted(cameras, 'camera')}.`;
  const lost = [...(changes > 0 ? [draft] : []), ...(cameras > 0 ? [plan] : [])];
  const what = lost.length > 1 ? 'them' : changes > 0 ? 'the draft' : 'the plan';
  return fail({
    code: 'confirmation-needed',
    message: `${lost.join(' ')} Deleting the connection deletes ${what} too.`,
    next: changes > 0 ? `Type ${name} to delete it, or push the draft first.` : `Type ${name} to delete it.`,
  });
}
