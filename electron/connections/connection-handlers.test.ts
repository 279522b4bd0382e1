import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { AppError } from '../../core/app-error.ts';
import { firstGeneration, laterGeneration } from '../../core/camio/dialect.ts';
import type { ConnectionCheck } from '../../core/connections/connection.ts';
import { fail, ok, type Result } from '../../core/result.ts';
import { createSecrets } from '../secrets/secrets.ts';
import { createSecretFiles } from '../secrets/secrets-file.ts';
import { withoutElectron } from '../testing/without-electron.ts';

withoutElectron();
const { openConnectionStore } = await import('./connection-store.ts');
const { createConnectionHandlers } = await import('./connection-handlers.ts');
const { createAccountGuard } = await import('./account-guard.ts');
const { createCamioAccounts } = await import('./camio-accounts.ts');

const token = 'camio-token-0123456789abcd';
const campus = {
  name: 'Campus',
  baseUrl: 'https://camio.com/api/integrations/pacs',
  dialect: firstGeneration,
  color: 'green',
} as const;

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'reader-desk-'));
});
afterEach(() => rm(folder, { recursive: true }));

/** The handlers over real files; what belongs to other parts of main can be set: drafts, the check, the server. */
async function start() {
  const { connections, notices } = await openConnectionStore(folder, () => new Date());
  const secretsIn = (name: string) =>
    createSecrets({
      files: createSecretFiles(join(folder, name)),
      keyring: {
        lock: async (secret) =>
          ok({ version: 2, platform: 'test', backend: 'test', ciphertext: Buffer.from(secret).toString('base64') }),
        unlock: async ({ ciphertext }) => ok({ text: Buffer.from(ciphertext, 'base64').toString(), lockAgain: false }),
      },
      log: () => {},
      onBound: () => {},
    });
  const secrets = secretsIn('tokens');
  const clientSecrets = secretsIn('client-secrets');
  const outside = {
    changes: null as number | null,
    cameras: 0,
    discarded: [] as string[],
    discard: ok(undefined) as Result<void, AppError>,
    sweeping: null as AppError | null,
    pushing: null as AppError | null,
    email: null as string | null,
    skewSeconds: null as number | null,
    server: { baseUrl: 'http://127.0.0.1:4000/pacs', token: 'practice-1', notices: [] as AppError[] },
    forgotten: [] as string[],
    cancelled: [] as string[],
    revocation: null as 'revoked' | null,
    told: [] as AppError[],
  };
  let made = 0;
  const handlers = createConnectionHandlers({
    connections,
    secrets,
    clientSecrets,
    signIns: { cancel: (id) => void outside.cancelled.push(id), revoke: async () => outside.revocation },
    drafts: {
      changes: async () => outside.changes,
      discard: async (connectionId) => {
        outside.discarded.push(connectionId);
        return outside.discard;
      },
    },
    plans: { worked: async () => outside.cameras, release: (_, run) => run() },
    worksheets: { release: (_, run) => run() },
    practice: { start: async () => ok(outside.server) },
    takeovers: { forget: async (connectionId) => void outside.forgotten.push(connectionId) },
    events: { forget: async () => {} },
    sweeps: { whileDeleting: async (_, run) => (outside.sweeping ? fail(outside.sweeping) : run()) },
    pushes: { whileDeleting: async (_, run) => (outside.pushing ? fail(outside.pushing) : run()) },
    notice: (error) => outside.told.push(error),
    guard: createAccountGuard({
      connections,
      accounts: { client: async () => fail({ code: 'token-missing', message: '', next: '' }) },
      onChange: () => {},
      notice: () => {},
    }),
    clocks: { skewSeconds: () => outside.skewSeconds },
    check: async () => {
      const checked: ConnectionCheck = { checkedAt: '', steps: [], readers: 5, accountEmail: outside.email };
      return ok(checked);
    },
    newId: () => {
      made += 1;
      return `id-${made}`;
    },
  });
  return { handlers, connections, secrets, outside, notices };
}

async function value<Value>(answer: Promise<Result<Value, AppError>>): Promise<Value> {
  const settled = await answer;
  if (!settled.ok) throw new Error(settled.error.message);
  return settled.value;
}

const codeOf = async (answer: Promise<Result<unknown, AppError>>) => {
  const settled = await answer;
  return settled.ok ? 'ok' : settled.error.code;
};

describe('adding', () => {
  it('keeps the cleaned fields and the token, and shows the token’s last four characters only', async () => {
    const { handlers } = await start();
    const added = await value(
      handlers.add({ ...campus, name: ' Campus ', baseUrl: `${campus.baseUrl}/`, token: `Bearer ${token}\n` }),
    );
    expect(added).toEqual({
      ...campus,
      id: 'id-1',
      kind: 'camio',
      accountEmail: null,
      token: { kind: 'in keyring', lastFour: 'abcd' },
      draftChanges: null,
    });
    const again = await start();
    expect(await value(again.handlers.list(undefined))).toEqual([added]);
    expect(await again.secrets.reveal('id-1', 'https://camio.com')).toEqual({ ok: true, value: token });
    expect(await readFile(join(folder, 'connections.json'), 'utf8')).not.toContain('token');
  });

  it('leaves the token unset where none was entered', async () => {
    const { handlers } = await start();
    expect((await value(handlers.add({ ...campus, token: ' ' }))).token).toEqual({ kind: 'not set' });
  });

  it.each([
    [{ name: '' }, 'no name'],
    [{ baseUrl: 'camio.com' }, 'how to connect'],
    [{ token: 'two words' }, 'space'],
  ])('refuses %j and keeps nothing', async (wrong, reason) => {
    const { handlers } = await start();
    const answer = await handlers.add({ ...campus, token, ...wrong });
    expect(answer).toMatchObject({ ok: false, error: { code: 'invalid-input' } });
    if (!answer.ok) expect(answer.error.message).toContain(reason);
    expect(await value(handlers.list(undefined))).toEqual([]);
  });

  it('keeps nothing where the token cannot be stored, so that saving again works', async () => {
    await writeFile(join(folder, 'tokens'), 'a file in the place of the folder');
    const { handlers } = await start();
    expect(await codeOf(handlers.add({ ...campus, token }))).toBe('disk');
    expect(await value(handlers.list(undefined))).toEqual([]);
    await rm(join(folder, 'tokens'));
    expect(await codeOf(handlers.add({ ...campus, token }))).toBe('ok');
  });

  it('keeps the site’s time zone, and refuses one that is none', async () => {
    const { handlers } = await start();
    const timeZone = ' America/New_York';
    expect(await value(handlers.add({ ...campus, timeZone, token: '' }))).toMatchObject({
      timeZone: 'America/New_York',
    });
    expect((await value((await start()).handlers.list(undefined)))[0]?.timeZone).toBe('America/New_York');
    const wrong = { ...campus, name: 'Depot', timeZone: 'Mars/Olympus', token: '' };
    expect(await codeOf(handlers.add(wrong))).toBe('invalid-input');
  });

  it('takes a preset for what it says', async () => {
    const { handlers } = await start();
    const dialect = { ...laterGeneration, listKey: 'readers' } as const;
    expect((await value(handlers.add({ ...campus, dialect, token: '' }))).dialect).toEqual(laterGeneration);
  });
});

describe('updating', () => {
  it('renames and recolours, keeping token and account', async () => {
    const { handlers, outside } = await start();
    await value(handlers.add({ ...campus, token }));
    outside.email = 'ann@example.com';
    await value(handlers.check({ connectionId: 'id-1' }));
    const fields = { ...campus, name: 'Campus Nord', color: 'red', baseUrl: 'https://camio.com/other' } as const;
    expect(await value(handlers.update({ connectionId: 'id-1', ...fields }))).toMatchObject({
      ...fields,
      accountEmail: 'ann@example.com',
      token: { kind: 'in keyring' },
    });
  });

  it('goes back to this computer’s time zone where none is given', async () => {
    const { handlers } = await start();
    await value(handlers.add({ ...campus, timeZone: 'America/New_York', token: '' }));
    expect(await value(handlers.update({ connectionId: 'id-1', ...campus }))).not.toHaveProperty('timeZone');
  });

  it('tells of a clock only where it differs by more than is tolerated', async () => {
    const { handlers, outside } = await start();
    await value(handlers.add({ ...campus, token: '' }));
    outside.skewSeconds = -95;
    expect((await value(handlers.list(undefined)))[0]?.clockSkewSeconds).toBe(-95);
    outside.skewSeconds = 30;
    expect((await value(handlers.list(undefined)))[0]).not.toHaveProperty('clockSkewSeconds');
  });

  it('holds another account until its email is typed', async () => {
    const { handlers, connections, outside } = await start();
    await value(handlers.add({ ...campus, token }));
    outside.email = 'ann@example.com';
    await value(handlers.check({ connectionId: 'id-1' }));
    outside.email = 'bob@example.com';
    await value(handlers.check({ connectionId: 'id-1' }));
    expect(connections.get('id-1')).toMatchObject({ accountEmail: 'ann@example.com', otherAccount: 'bob@example.com' });
    const confirm = (typedEmail: string) => handlers.confirmAccount({ connectionId: 'id-1', typedEmail });
    expect(await codeOf(confirm('ann@example.com'))).toBe('confirmation-needed');
    expect(await value(confirm('Bob@example.com '))).toMatchObject({ accountEmail: 'bob@example.com' });
    expect(connections.get('id-1')).not.toHaveProperty('otherAccount');
  });

  it('asks anew whose account it is after the token was replaced', async () => {
    const { handlers, connections, outside } = await start();
    await value(handlers.add({ ...campus, token }));
    for (const email of ['ann@example.com', 'bob@example.com']) {
      outside.email = email;
      await value(handlers.check({ connectionId: 'id-1' }));
    }
    await value(handlers.replaceToken({ connectionId: 'id-1', token: 'another-token-of-ann' }));
    expect(connections.get('id-1')).toMatchObject({ accountEmail: 'ann@example.com' });
    expect(connections.get('id-1')).not.toHaveProperty('otherAccount');
  });

  it('does not take the token along to another server', async () => {
    const { handlers } = await start();
    await value(handlers.add({ ...campus, token }));
    const moved = { ...campus, connectionId: 'id-1', baseUrl: 'https://other.example/pacs' };
    expect(await handlers.update(moved)).toMatchObject({
      ok: false,
      error: { code: 'blocked', message: expect.stringContaining('https://camio.com') },
    });
    expect((await value(handlers.list(undefined)))[0]?.baseUrl).toBe(campus.baseUrl);
    await value(handlers.forgetToken({ connectionId: 'id-1' }));
    expect(await value(handlers.update(moved))).toMatchObject({ baseUrl: moved.baseUrl, accountEmail: null });
  });

  it('lets a connection keep its own name, but not take another’s', async () => {
    const { handlers } = await start();
    await value(handlers.add({ ...campus, token: '' }));
    await value(handlers.add({ ...campus, name: 'Depot', token: '' }));
    expect(await codeOf(handlers.update({ connectionId: 'id-2', ...campus, name: 'depot' }))).toBe('ok');
    expect(await codeOf(handlers.update({ connectionId: 'id-2', ...campus }))).toBe('invalid-input');
  });
});

describe('deleting', () => {
  it('takes draft, token and connection together', async () => {
    const { handlers, outside, secrets } = await start();
    await value(handlers.add({ ...campus, token }));
    await value(handlers.delete({ connectionId: 'id-1', typedName: '' }));
    expect(outside.discarded).toEqual(['id-1']);
    expect(await secrets.status('id-1', 'https://camio.com')).toEqual({ kind: 'not set' });
    expect(await readdir(join(folder, 'tokens'))).toEqual([]);
    expect(await value(handlers.list(undefined))).toEqual([]);
  });

  it('asks for the name while the draft has changes', async () => {
    const { handlers, outside } = await start();
    await value(handlers.add({ ...campus, token }));
    outside.changes = 1204;
    for (const typedName of ['', 'campus', 'Campu']) {
      expect(await handlers.delete({ connectionId: 'id-1', typedName })).toMatchObject({
        ok: false,
        error: { code: 'confirmation-needed', message: expect.stringContaining('1,204 changes') },
      });
    }
    expect(outside.discarded).toEqual([]);
    expect(await codeOf(handlers.delete({ connectionId: 'id-1', typedName: 'Campus' }))).toBe('ok');
  });

  it('asks for its name where a camera plan would be lost with it', async () => {
    const { handlers, outside } = await start();
    await value(handlers.add({ ...campus, token: '' }));
    outside.cameras = 12;
    expect(await handlers.delete({ connectionId: 'id-1', typedName: '' })).toMatchObject({
      ok: false,
      error: { code: 'confirmation-needed', message: expect.stringContaining('12 cameras') },
    });
    expect(outside.discarded).toEqual([]);
    expect(await codeOf(handlers.delete({ connectionId: 'id-1', typedName: 'Campus' }))).toBe('ok');
  });

  it('keeps token and connection where the draft’s files cannot be deleted', async () => {
    const { handlers, outside } = await start();
    await value(handlers.add({ ...campus, token }));
    outside.discard = fail({ code: 'disk', message: 'The disk is read-only.', next: '' });
    expect(await codeOf(handlers.delete({ connectionId: 'id-1', typedName: '' }))).toBe('disk');
    expect(await value(handlers.list(undefined))).toMatchObject([{ id: 'id-1', token: { kind: 'in keyring' } }]);
    expect(outside.forgotten).toEqual([]);
  });

  it.each(['sweeping', 'pushing'] as const)('is not deleted, nor anything of it, while it is %s', async (what) => {
    const { handlers, connections, outside } = await start();
    const { id: connectionId } = await value(handlers.add({ ...campus, token: '' }));
    const busy: AppError = { code: 'busy', message: 'It is under way.', next: 'Wait.' };
    outside[what] = busy;
    expect(await handlers.delete({ connectionId, typedName: '' })).toEqual(fail(busy));
    expect(outside.discarded).toEqual([]);
    expect(connections.get(connectionId)).toBeDefined();
  });

  it('forgets what was known of its pushes, since the practice account comes again under its id', async () => {
    const { handlers, outside } = await start();
    const { id } = await value(handlers.openPractice(undefined));
    await value(handlers.delete({ connectionId: id, typedName: '' }));
    expect(outside.forgotten).toEqual([id]);
  });
});

describe('the token', () => {
  it('is replaced after cleaning, and forgotten', async () => {
    const { handlers, secrets } = await start();
    await value(handlers.add({ ...campus, token }));
    await value(handlers.replaceToken({ connectionId: 'id-1', token: '"Bearer newer-token-wxyz"' }));
    expect(await secrets.reveal('id-1', 'https://camio.com')).toEqual({ ok: true, value: 'newer-token-wxyz' });
    expect(await codeOf(handlers.replaceToken({ connectionId: 'id-1', token: '' }))).toBe('invalid-input');
    expect(await secrets.reveal('id-1', 'https://camio.com')).toEqual({ ok: true, value: 'newer-token-wxyz' });
    expect((await value(handlers.forgetToken({ connectionId: 'id-1' }))).connection.token).toEqual({ kind: 'not set' });
  });

  it('is in no answer', async () => {
    const { handlers } = await start();
    const answers = [
      await handlers.add({ ...campus, token }),
      await handlers.add({ ...campus, token }),
      await handlers.list(undefined),
      await handlers.replaceToken({ connectionId: 'id-1', token: `${token} ${token}` }),
      await handlers.update({ connectionId: 'id-1', ...campus, baseUrl: 'https://other.example' }),
    ];
    expect(JSON.stringify(answers)).not.toContain(token);
  });
});

describe('a token and an address that was edited in the file', () => {
  async function edited(baseUrl: string) {
    const first = await start();
    await value(first.handlers.add({ ...campus, token }));
    const path = join(folder, 'connections.json');
    await writeFile(path, (await readFile(path, 'utf8')).replace(campus.baseUrl, baseUrl));
    const again = await start();
    const asked: string[] = [];
    const accounts = createCamioAccounts({
      connections: again.connections,
      secrets: again.secrets,
      send: async ({ url, headers }) => {
        asked.push(`${url} ${JSON.stringify(headers)}`);
        return { kind: 'failed', failure: { kind: 'cancelled', sent: false }, latencyMs: 0 };
      },
    });
    return { ...again, accounts, asked };
  }

  it.each([
    'https://evil.example/pacs',
    'https://camio.com:444/pacs',
    'http://camio.com/pacs',
    'http://evil.example',
    'https://camio.com@evil.example/pacs',
  ])('do not come together: nothing is asked of %s', async (baseUrl) => {
    const { accounts, asked, handlers } = await edited(baseUrl);
    const client = await accounts.client('id-1');
    if (client.ok) await client.value.readList(new AbortController().signal);
    expect(client.ok).toBe(false);
    expect(asked).toEqual([]);
    const [shown] = await value(handlers.list(undefined));
    expect(shown?.token.kind).toBe('unreadable');
    // The person puts the address right, and the token is good again.
    await value(handlers.update({ ...campus, connectionId: 'id-1' }));
    expect((await accounts.client('id-1')).ok).toBe(true);
  });

  it.each(['http://camio.com/pacs', 'ftp://camio.com', 'https://a:b@camio.com'])(
    'are told of at the start if the form would refuse %s, and the connection stays',
    async (baseUrl) => {
      const { notices, connections } = await edited(baseUrl);
      expect(notices).toMatchObject([{ code: 'invalid-input', message: expect.stringContaining(baseUrl) }]);
      expect(connections.list()).toHaveLength(1);
    },
  );
});

describe('the practice account', () => {
  it('is one connection, brought up to date at every start, with its token in memory only', async () => {
    const first = await start();
    const made = await value(first.handlers.openPractice(undefined));
    expect(made).toMatchObject({ id: 'practice', kind: 'practice', name: 'Practice account' });
    await value(first.handlers.update({ ...campus, connectionId: 'practice', baseUrl: made.baseUrl, name: 'Try out' }));

    const again = await start();
    again.outside.server = { baseUrl: 'http://127.0.0.1:4001/pacs', token: 'practice-2', notices: [] };
    expect(await value(again.handlers.openPractice(undefined))).toMatchObject({
      name: 'Try out',
      baseUrl: 'http://127.0.0.1:4001/pacs',
      token: { kind: 'session only' },
    });
    expect(await again.secrets.reveal('practice', 'http://127.0.0.1:4001')).toEqual({ ok: true, value: 'practice-2' });
    expect(again.connections.list()).toHaveLength(1);
    expect(await readdir(folder)).toEqual(['connections.json']);
  });

  it('says what starting it found out', async () => {
    const { handlers, outside } = await start();
    const setAside: AppError = { code: 'corrupt-file', message: 'Set aside.', next: '' };
    outside.server = { ...outside.server, notices: [setAside] };
    await value(handlers.openPractice(undefined));
    expect(outside.told).toEqual([setAside]);
  });

  it('keeps its own address and token', async () => {
    const { handlers } = await start();
    await value(handlers.openPractice(undefined));
    const connectionId = 'practice';
    expect(await codeOf(handlers.update({ ...campus, connectionId }))).toBe('blocked');
    expect(await codeOf(handlers.replaceToken({ connectionId, token }))).toBe('blocked');
    expect(await codeOf(handlers.forgetToken({ connectionId }))).toBe('blocked');
  });
});

describe('a connection that is not there', () => {
  it('is said to be not there, by every call', async () => {
    const { handlers, outside } = await start();
    const connectionId = '../settings';
    const answers = [
      handlers.update({ connectionId, ...campus }),
      handlers.delete({ connectionId, typedName: '' }),
      handlers.replaceToken({ connectionId, token }),
      handlers.forgetToken({ connectionId }),
      handlers.check({ connectionId }),
    ];
    expect(await Promise.all(answers.map(codeOf))).toEqual(Array(5).fill('not-found'));
    expect(outside.discarded).toEqual([]);
  });
});

describe('the store', () => {
  it('sets a file it cannot understand aside and starts empty', async () => {
    await writeFile(join(folder, 'connections.json'), '{"version":1,"connections":[{"id":"../x"}]}');
    const { handlers, notices } = await start();
    expect(await value(handlers.list(undefined))).toEqual([]);
    expect(notices).toMatchObject([{ code: 'corrupt-file', message: expect.stringContaining('the connections') }]);
  });

  it('names no folder outside its own', async () => {
    const { connections } = await start();
    expect(connections.folder('id-1')).toBe(join(folder, 'connections', 'id-1'));
    for (const id of ['..', '../x', 'a/b', 'A', '', 'a.b']) expect(() => connections.folder(id)).toThrow();
  });
});
