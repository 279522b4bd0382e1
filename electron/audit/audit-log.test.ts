import { appendFile, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { AppError } from '../../core/app-error.ts';
import type { Act } from '../../core/audit/act.ts';
import { emptyHead, sealLine } from '../../core/audit/chain.ts';
import { headPath, logPath, sha256 } from './audit-file.ts';
import { type AuditLog, createAuditLog } from './audit-log.ts';

const harbor = { id: 'harbor', name: 'Harbor Campus', accountEmail: 'ops@harbor.example' };
const taken = (readers: number): Act => ({ kind: 'snapshot taken', reason: 'on demand', readers });

let folder: string;
let notices: AppError[];
let opened: AuditLog[];
beforeEach(async () => {
  folder = join(await mkdtemp(join(tmpdir(), 'reader-desk-')), 'activity');
  notices = [];
  opened = [];
});
afterEach(async () => {
  for (const log of opened) await log.close();
  await rm(join(folder, '..'), { recursive: true });
});

/** The log as a new start of the app opens it. */
function start(): AuditLog {
  const log = createAuditLog({
    folder,
    user: 'kim',
    app: '0.1.0',
    now: () => new Date('2021-11-01T17:30:10.000Z'),
    notice: (error) => void notices.push(error),
  });
  opened.push(log);
  return log;
}

/** A log with an act for each number, written and closed. */
async function written(...numbers: readonly number[]): Promise<void> {
  const log = start();
  for (const number of numbers) log.record(taken(number), harbor);
  await log.close();
}

async function acts(log: AuditLog) {
  const lines = await log.lines();
  if (!lines.ok) throw new Error(lines.error.message);
  return lines.value.map(({ entry }) => entry?.act ?? null);
}

const flaw = async (log: AuditLog) => {
  const verified = await log.verify();
  if (!verified.ok) throw new Error(verified.error.message);
  return verified.value.flaw;
};

describe('the audit log', () => {
  it('keeps acts in order, with who did them and on what, over restarts', async () => {
    await written(1, 2);
    const log = start();
    log.record({ kind: 'connection deleted' }, null);
    const lines = await log.lines();
    expect(lines.ok && lines.value[0]).toEqual({
      line: 1,
      entry: {
        at: '2021-11-01T17:30:10.000Z',
        user: 'kim',
        app: '0.1.0',
        connection: { id: 'harbor', name: 'Harbor Campus' },
        account: 'ops@harbor.example',
        act: taken(1),
      },
    });
    expect(await acts(log)).toEqual([taken(1), taken(2), { kind: 'connection deleted' }]);
    expect(await log.verify()).toEqual({ ok: true, value: { lines: 3, flaw: null } });
    expect(notices).toEqual([]);
  });

  it('is empty and intact before anything was done, and writes nothing by being looked at', async () => {
    const log = start();
    expect(await acts(log)).toEqual([]);
    expect(await log.verify()).toEqual({ ok: true, value: { lines: 0, flaw: null } });
    await expect(readFile(logPath(folder))).rejects.toThrow('ENOENT');
  });

  it('shows what was done to its file, and goes on showing it', async () => {
    await written(1, 2, 3);
    const text = await readFile(logPath(folder), 'utf8');
    await writeFile(logPath(folder), text.replace('"readers":2', '"readers":7'));
    const log = start();
    expect(await flaw(log)).toEqual({ code: 'changed', line: 2 });
    log.record(taken(4), harbor);
    expect(await flaw(log)).toEqual({ code: 'changed', line: 2 });
  });

  it('shows that its end was cut off, even after more was written', async () => {
    await written(1, 2, 3);
    const [first = ''] = (await readFile(logPath(folder), 'utf8')).split(/(?<=\n)/);
    await writeFile(logPath(folder), first);
    const log = start();
    expect(await flaw(log)).toEqual({ code: 'removed at the end', line: 1, count: 2 });
    log.record(taken(4), harbor);
    expect(await flaw(log)).toEqual({ code: 'removed before', line: 2, count: 2 });
  });

  it('shows that the whole log was deleted', async () => {
    await written(1, 2);
    await rm(logPath(folder));
    await written(3);
    expect(await flaw(start())).toEqual({ code: 'removed before', line: 1, count: 2 });
  });

  it.each(['', '{"version":1', '{"version":1,"number":-1,"seal":""}'])(
    'shows that its head got lost or damaged (%j), even after more was written',
    async (contents) => {
      await written(1, 2);
      await writeFile(headPath(folder), contents);
      expect(await flaw(start())).toEqual({ code: 'head is lost' });
      await written(3);
      expect(await flaw(start())).toEqual({ code: 'head was lost before', line: 3 });
    },
  );

  it('goes on after a crash between a line and its head', async () => {
    await written(1);
    const headBefore = await readFile(headPath(folder));
    await written(2);
    await writeFile(headPath(folder), headBefore);
    await written(3);
    expect(await acts(start())).toEqual([taken(1), taken(2), taken(3)]);
    expect(await flaw(start())).toBeNull();
  });

  it('goes on after a crash in the middle of a line', async () => {
    await written(1);
    await appendFile(logPath(folder), 'a3f1 {"version":1,"num');
    await written(2);
    expect(await acts(start())).toEqual([taken(1), taken(2)]);
    expect(await flaw(start())).toBeNull();
  });

  it('Verify tells what a crash left from what somebody did, and says that it was mended', async () => {
    await written(1);
    const headBefore = await readFile(headPath(folder));
    const lengthBefore = (await readFile(logPath(folder))).length;
    await written(2);
    const whole = await readFile(logPath(folder));
    const verified = async () => {
      const found = await start().verify();
      return found.ok ? found.value : found.error;
    };
    // Stopped between the line and its head.
    await writeFile(headPath(folder), headBefore);
    expect(await verified()).toEqual({ lines: 2, flaw: null, mended: 'last line' });
    expect(await verified()).toEqual({ lines: 2, flaw: null });
    // Stopped in the line: cut short, or with zeros where the disk did not get to it.
    const torn = [whole.subarray(0, -7), Buffer.concat([whole.subarray(0, lengthBefore + 9), Buffer.alloc(50)])];
    const holed = Buffer.from(whole);
    holed.fill(0, lengthBefore + 70, lengthBefore + 90);
    for (const left of [...torn, holed]) {
      await writeFile(logPath(folder), left);
      await writeFile(headPath(folder), headBefore);
      expect(await verified()).toEqual({ lines: 1, flaw: null, mended: 'torn line' });
      expect(await verified()).toEqual({ lines: 1, flaw: null });
    }
    // Somebody's change of the last line stays what it is.
    await writeFile(
      logPath(folder),
      whole.toString('latin1').replace('"kim"', '"tim"').replace('"readers":2', '"readers":3'),
      'latin1',
    );
    expect(await verified()).toMatchObject({ flaw: { code: 'changed' } });
  });

  it('is written anew where it was removed while it is open', async () => {
    const log = start();
    log.record(taken(1), harbor);
    await log.lines();
    await rm(folder, { recursive: true });
    log.record(taken(2), harbor);
    expect(await acts(log)).toEqual([taken(1), taken(2)]);
    await log.close();
    expect(await flaw(start())).toBeNull();
    expect(notices).toEqual([]);
  });

  it('does not take over a log that somebody began before it', async () => {
    await mkdir(folder);
    const act = taken(1);
    const entry = { at: '2021-11-01T17:30:10.000Z', user: 'kim', app: '0', connection: null, account: null, act };
    await writeFile(logPath(folder), sealLine(entry, emptyHead, sha256).line);
    await written(2);
    expect(await flaw(start())).toEqual({ code: 'head was lost before', line: 2 });
  });

  it('says what could not be written, and writes it with the next act', async () => {
    await mkdir(logPath(folder), { recursive: true });
    const log = start();
    log.record(taken(1), harbor);
    await log.lines();
    expect(notices).toMatchObject([{ code: 'disk' }]);
    expect(notices[0]?.message).toContain('What you did stands.');
    await rm(logPath(folder), { recursive: true });
    log.record(taken(2), harbor);
    expect(await acts(log)).toEqual([taken(1), taken(2)]);
    expect(notices).toHaveLength(1);
  });
});
