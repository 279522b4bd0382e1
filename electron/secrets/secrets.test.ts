import { mkdtemp, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createSecrets } from './secrets.ts';
import { createSecretFiles } from './secrets-file.ts';
import { createKeyring, type KeyringLimits, type SafeStoragePort } from './secrets-keyring.ts';
import { readTokenRecord, writeTokenRecord } from './token-record.ts';

const token = 'camio-token-0123456789abcd';
const origin = 'https://camio.com';
const kept = (text: string) => ({ token: text, origin });

/** A keyring in memory with the answers the real one is known to give. */
class FakeSafeStorage implements SafeStoragePort {
  available = true;
  backend: ReturnType<SafeStoragePort['getSelectedStorageBackend']> = 'gnome_libsecret';
  prefix = 'v11';
  decryptFailure: string | null = null;
  shouldReEncrypt = false;
  key = 0x2a;
  /** What the next answers wait for. */
  readonly waits: { encrypt?: Promise<void>; decrypt?: Promise<void> } = {};

  async isAsyncEncryptionAvailable() {
    return this.available;
  }
  getSelectedStorageBackend() {
    return this.backend;
  }
  async encryptStringAsync(text: string) {
    const wait = this.waits.encrypt;
    delete this.waits.encrypt;
    await wait;
    return Buffer.concat([Buffer.from(this.prefix), Buffer.from(text).map((byte) => byte ^ this.key)]);
  }
  async decryptStringAsync(encrypted: Buffer) {
    await this.waits.decrypt;
    if (this.decryptFailure !== null) throw new Error(this.decryptFailure);
    const text = Buffer.from(encrypted.subarray(3).map((byte) => byte ^ this.key)).toString();
    return { result: text, shouldReEncrypt: this.shouldReEncrypt };
  }
}

let folder: string;
let system: FakeSafeStorage;
let logged: string[];
let bound: [string, string][];
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'reader-desk-'));
  system = new FakeSafeStorage();
  logged = [];
  bound = [];
});
afterEach(() => rm(folder, { recursive: true }));

/** What a start of the app makes of the folder. */
function start(platform: NodeJS.Platform = 'linux', limits?: KeyringLimits) {
  const log = (sentence: string) => void logged.push(sentence);
  return createSecrets({
    files: createSecretFiles(folder),
    keyring: createKeyring(system, platform, limits),
    log,
    onBound: (connectionId, to) => bound.push([connectionId, to]),
  });
}

const onDisk = async () => {
  const names = await readdir(folder);
  return Promise.all(names.map((name) => readFile(join(folder, name), 'utf8')));
};

describe('a system with a keyring', () => {
  it('keeps the token encrypted across starts, for this user only', async () => {
    expect(await start().set('a', kept(token))).toEqual({ ok: true, value: { kind: 'in keyring', lastFour: 'abcd' } });
    const again = start();
    expect(await again.status('a', origin)).toEqual({ kind: 'in keyring', lastFour: 'abcd' });
    expect(await again.reveal('a', origin)).toEqual({ ok: true, value: token });
    expect((await onDisk()).join()).not.toContain(token);
    expect(JSON.parse((await onDisk())[0] ?? '')).toMatchObject({
      version: 2,
      platform: 'linux',
      backend: 'gnome_libsecret',
    });
    if (process.platform !== 'win32') expect((await stat(join(folder, 'a.json'))).mode & 0o777).toBe(0o600);
  });

  it('shows nothing of a short token', async () => {
    expect(await start().set('a', kept('short-token'))).toEqual({
      ok: true,
      value: { kind: 'in keyring', lastFour: '' },
    });
  });

  it('forgets a token on disk and in memory', async () => {
    const secrets = start();
    await secrets.set('a', kept(token));
    expect(await secrets.forget('a')).toEqual({ ok: true, value: undefined });
    expect(await secrets.status('a', origin)).toEqual({ kind: 'not set' });
    expect(await secrets.reveal('a', origin)).toMatchObject({ ok: false, error: { code: 'token-missing' } });
    expect(await onDisk()).toEqual([]);
  });

  it('keeps the tokens of connections apart, whatever their ids', async () => {
    const secrets = start();
    await secrets.set('../a', kept(token));
    await secrets.set('b', kept('another-token-wxyz'));
    expect(await start().reveal('../a', origin)).toEqual({ ok: true, value: token });
    expect((await readdir(folder)).sort()).toEqual(['..%2Fa.json', 'b.json']);
  });

  it('encrypts again with a newer key when the system asks for it', async () => {
    await start().set('a', kept(token));
    const before = await onDisk();
    system.shouldReEncrypt = true;
    system.prefix = 'v12';
    expect(await start().reveal('a', origin)).toEqual({ ok: true, value: token });
    expect(await onDisk()).not.toEqual(before);
    system.shouldReEncrypt = false;
    expect(await start().reveal('a', origin)).toEqual({ ok: true, value: token });
  });

  it('keeps the old file where encrypting again fails', async () => {
    await start().set('a', kept(token));
    const before = await onDisk();
    system.shouldReEncrypt = true;
    system.prefix = 'v10';
    expect(await start().reveal('a', origin)).toEqual({ ok: true, value: token });
    expect(await onDisk()).toEqual(before);
    expect(logged).toHaveLength(1);
    expect(logged.join()).not.toContain(token);
  });
});

describe('a system without a keyring', () => {
  const cases: readonly [string, (system: FakeSafeStorage) => void][] = [
    ['no encryption', (fake) => void Object.assign(fake, { available: false })],
    ['the key that everybody knows', (fake) => void Object.assign(fake, { prefix: 'v10' })],
  ];
  it.each(cases)('with %s keeps the token for this session, says why, and writes nothing', async (_, set) => {
    set(system);
    const secrets = start();
    expect(await secrets.set('a', kept(token))).toMatchObject({
      ok: true,
      value: { kind: 'session only', lastFour: 'abcd', reason: expect.stringContaining('no keyring') },
    });
    expect(await secrets.reveal('a', origin)).toEqual({ ok: true, value: token });
    expect(await onDisk()).toEqual([]);
    expect(await start().status('a', origin)).toEqual({ kind: 'not set' });
  });

  it('is not told by the name of the keyring: Electron knows it on few desktops', async () => {
    system.backend = 'basic_text';
    expect(await start().set('a', kept(token))).toMatchObject({ value: { kind: 'in keyring' } });
    expect(await start().reveal('a', origin)).toEqual({ ok: true, value: token });
  });

  it('takes v10 for protected where the system is not Linux', async () => {
    system.prefix = 'v10';
    expect(await start('win32').set('a', kept(token))).toMatchObject({ value: { kind: 'in keyring' } });
  });

  it('does not bring a replaced token back at the next start', async () => {
    await start().set('a', kept(token));
    system.available = false;
    await start().set('a', kept('a-newer-token-9999'));
    system.available = true;
    expect(await start().status('a', origin)).toEqual({ kind: 'not set' });
  });
});

describe('a stored token that does not open', () => {
  it('is asked for again, and kept until it is replaced', async () => {
    await start().set('a', kept(token));
    const before = await onDisk();
    system.decryptFailure = 'Error while decrypting the ciphertext';
    const secrets = start();
    expect(await secrets.status('a', origin)).toMatchObject({ kind: 'unreadable' });
    expect(await secrets.reveal('a', origin)).toMatchObject({
      ok: false,
      error: { code: 'token-unreadable', next: 'Enter the token again.' },
    });
    expect(await onDisk()).toEqual(before);
    expect(await secrets.set('a', kept('a-newer-token-9999'))).toMatchObject({ value: { kind: 'in keyring' } });
    expect(await onDisk()).not.toEqual(before);
  });

  it('is kept where the keyring was only closed: it opens after a restart', async () => {
    await start().set('a', kept(token));
    const secrets = start();
    system.decryptFailure = 'safeStorage.decryptStringAsync is temporarily unavailable. Please try again.';
    expect(await secrets.reveal('a', origin)).toMatchObject({
      error: { next: expect.stringContaining('restart Reader Desk') },
    });
    system.decryptFailure = null;
    expect(await start().reveal('a', origin)).toEqual({ ok: true, value: token });
  });

  it('is named where the folder came from another system', async () => {
    await start('win32').set('a', kept(token));
    expect(await start('linux').status('a', origin)).toMatchObject({
      kind: 'unreadable',
      reason: expect.stringContaining('win32'),
    });
  });

  it.each(['', '{', '{"version":9}'])('is kept where its file holds %j', async (contents) => {
    await writeFile(join(folder, 'a.json'), contents);
    expect(await start().status('a', origin)).toMatchObject({
      kind: 'unreadable',
      reason: expect.stringContaining('damaged'),
    });
    expect(await onDisk()).toEqual([contents]);
  });
});

describe('a stored token belongs to one server', () => {
  const elsewhere = { ok: false, error: { code: 'blocked', message: expect.stringContaining(origin) } };

  it.each([
    'https://evil.example',
    'http://camio.com',
    'https://camio.com:8443',
    'https://camio.com.evil.example',
    'null',
    '',
  ])('and is not given out for %j, in this session or the next', async (other) => {
    const secrets = start();
    await secrets.set('a', kept(token));
    for (const session of [secrets, start()]) {
      expect(await session.reveal('a', other)).toMatchObject(elsewhere);
      expect(await session.status('a', other)).toMatchObject({ kind: 'unreadable' });
      expect(await session.reveal('a', origin)).toEqual({ ok: true, value: token });
    }
  });

  it('also while it is in memory only', async () => {
    system.available = false;
    const secrets = start();
    await secrets.set('a', kept(token));
    expect(await secrets.reveal('a', 'https://evil.example')).toMatchObject(elsewhere);
  });

  it('also when its file is put in the place of another connection’s', async () => {
    await start().set('a', kept(token));
    await rename(join(folder, 'a.json'), join(folder, 'b.json'));
    expect(await start().reveal('b', 'https://evil.example')).toMatchObject(elsewhere);
  });

  it('also when its file is passed off as one of an older version', async () => {
    await start().set('a', kept(token));
    const path = join(folder, 'a.json');
    await writeFile(path, (await readFile(path, 'utf8')).replace('"version":2', '"version":1'));
    expect(await start().reveal('a', 'https://evil.example')).toMatchObject(elsewhere);
    expect(bound).toEqual([]);
  });

  it.each([
    'token-record ',
    'token-record {}',
    'token-record {"version":2,"token":"a","origin":"https://camio.com"}',
    '',
  ])('and %j is no token', async (text) => {
    const ciphertext = (await system.encryptStringAsync(text)).toString('base64');
    await writeFile(
      join(folder, 'a.json'),
      JSON.stringify({ version: 2, platform: 'linux', backend: 'gnome_libsecret', ciphertext }),
    );
    expect(await start().reveal('a', origin)).toMatchObject({ error: { code: 'token-unreadable' } });
  });
});

describe('a token that an older version stored', () => {
  beforeEach(async () => {
    const ciphertext = (await system.encryptStringAsync(token)).toString('base64');
    await writeFile(
      join(folder, 'a.json'),
      JSON.stringify({ version: 1, platform: 'linux', backend: 'gnome_libsecret', ciphertext }),
    );
  });

  it('is bound once, to the server its connection leads to then', async () => {
    expect(await start().status('a', origin)).toEqual({ kind: 'in keyring', lastFour: 'abcd' });
    expect(await start().reveal('a', 'https://evil.example')).toMatchObject({ error: { code: 'blocked' } });
    expect(await start().reveal('a', origin)).toEqual({ ok: true, value: token });
    expect(bound).toEqual([['a', origin]]);
  });

  it('is bound for this session if it cannot be stored again', async () => {
    system.prefix = 'v10';
    const secrets = start();
    expect(await secrets.reveal('a', origin)).toEqual({ ok: true, value: token });
    expect(await secrets.reveal('a', 'https://evil.example')).toMatchObject({ error: { code: 'blocked' } });
    expect(logged).toHaveLength(1);
  });
});

it('a record reads back as it was written, whatever token and server', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[\x21-\x7e]{1,200}$/), fc.webAuthority(), (text, authority) => {
      const record = { token: text, origin: `https://${authority}` };
      fc.pre(URL.canParse(record.origin));
      expect(readTokenRecord(writeTokenRecord(record))).toEqual({ ok: true, value: { kind: 'record', record } });
      expect(readTokenRecord(text)).toEqual({ ok: true, value: { kind: 'bare token', token: text } });
    }),
  );
});

describe('a keyring that takes its time', () => {
  it('is not waited for without a limit, and is asked again', async () => {
    await start().set('a', kept(token));
    const short = { lockMs: 20, unlockMs: 20 };
    system.waits.decrypt = new Promise(() => {});
    const secrets = start('linux', short);
    expect(await secrets.status('a', origin)).toMatchObject({
      kind: 'unreadable',
      reason: expect.stringContaining('answer'),
    });
    expect(await secrets.reveal('a', origin)).toMatchObject({
      error: { next: expect.stringContaining('password of the keyring') },
    });
    delete system.waits.decrypt;
    expect(await secrets.reveal('a', origin)).toEqual({ ok: true, value: token });
    system.waits.encrypt = new Promise(() => {});
    expect(await start('linux', short).set('a', kept('a-newer-token-9999'))).toMatchObject({
      value: { kind: 'session only', reason: expect.stringContaining('does not answer') },
    });
  });

  it('is not waited for where it does not even say whether it is there', async () => {
    await start().set('a', kept(token));
    vi.spyOn(system, 'isAsyncEncryptionAvailable').mockReturnValue(new Promise(() => {}));
    expect(await start('linux', { lockMs: 20, unlockMs: 20 }).status('a', origin)).toMatchObject({
      kind: 'unreadable',
    });
  });

  /** Lets whatever can go on with the files do so. */
  async function others() {
    for (let look = 0; look < 30; look++) await readdir(folder);
  }

  /** A start of the app whose keyring does not answer `what` until `answer` is called. */
  async function slowly(what: 'encrypt' | 'decrypt') {
    await start().set('a', kept(token));
    system.shouldReEncrypt = true;
    let answer = () => {};
    system.waits[what] = new Promise((resolve) => {
      answer = resolve;
    });
    return { secrets: start(), answer };
  }

  it.each(['encrypt', 'decrypt'] as const)('does not bring a forgotten token back (%s)', async (what) => {
    const { secrets, answer } = await slowly(what);
    const looking = secrets.reveal('a', origin);
    await others();
    const forgetting = secrets.forget('a');
    await others();
    answer();
    expect(await forgetting).toEqual({ ok: true, value: undefined });
    await looking;
    await others();
    expect(await onDisk()).toEqual([]);
    expect(await secrets.status('a', origin)).toEqual({ kind: 'not set' });
  });

  it.each(['encrypt', 'decrypt'] as const)('does not bring a replaced token back (%s)', async (what) => {
    const { secrets, answer } = await slowly(what);
    const looking = secrets.reveal('a', origin);
    await others();
    const setting = secrets.set('a', kept('a-newer-token-9999'));
    await others();
    answer();
    await Promise.all([setting, looking]);
    await others();
    expect(await secrets.reveal('a', origin)).toEqual({ ok: true, value: 'a-newer-token-9999' });
    expect(await start().reveal('a', origin)).toEqual({ ok: true, value: 'a-newer-token-9999' });
  });

  it('keeps the token that was entered last', async () => {
    const { secrets, answer } = await slowly('encrypt');
    const first = secrets.set('a', kept('a-first-token-1111'));
    const second = secrets.set('a', kept('a-second-token-2222'));
    await others();
    answer();
    await Promise.all([first, second]);
    expect(await secrets.reveal('a', origin)).toEqual({ ok: true, value: 'a-second-token-2222' });
    expect(await start().reveal('a', origin)).toEqual({ ok: true, value: 'a-second-token-2222' });
  });
});

it('keeps the practice account’s token in memory only', async () => {
  const secrets = start();
  secrets.setForSession('practice', kept(token), 'A practice token lasts until the app ends.');
  expect(await secrets.status('practice', origin)).toMatchObject({ kind: 'session only' });
  expect(await secrets.reveal('practice', origin)).toEqual({ ok: true, value: token });
  expect(await onDisk()).toEqual([]);
});
