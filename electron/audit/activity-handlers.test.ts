import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ActivityFilter } from '../../core/audit/activity-filter.ts';
import { harbor } from '../testing/recorded-acts.ts';
import { createActivityHandlers } from './activity-handlers.ts';
import { type AuditLog, createAuditLog } from './audit-log.ts';

let folder: string;
let audit: AuditLog;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'reader-desk-'));
  audit = createAuditLog({
    folder: join(folder, 'activity'),
    user: 'kim',
    app: '0.1.0',
    now: () => new Date('2021-11-01T17:30:10.000Z'),
    notice: (error) => {
      throw new Error(error.message);
    },
  });
});
afterEach(async () => {
  await audit.close();
  await rm(folder, { recursive: true });
});

/** Handlers whose save dialog is answered with a path, or cancelled. */
function start(answer: string | null) {
  const asked: string[] = [];
  const handlers = createActivityHandlers({
    audit,
    linesShown: 3,
    documents: () => '/home/kim/Documents',
    now: () => new Date(2021, 10, 1, 12),
    dialog: {
      showSaveDialog: async (...given: readonly unknown[]) => {
        const [options] = given;
        if (typeof options === 'object' && options && 'defaultPath' in options) asked.push(String(options.defaultPath));
        return { canceled: answer === null, filePath: answer ?? '' };
      },
    },
  });
  return { handlers, asked };
}

const everything: ActivityFilter = { kind: null, connectionId: null, text: '' };

describe('activity', () => {
  it('lists the newest lines first, and counts them all', async () => {
    for (let number = 0; number < 5; number++) audit.record({ kind: 'token set' }, null);
    const listed = await start(null).handlers.list(undefined);
    if (!listed.ok) throw new Error(listed.error.message);
    expect(listed.value.total).toBe(5);
    expect(listed.value.lines.map(({ line }) => line)).toEqual([5, 4, 3]);
  });

  it.each(['csv', 'json'] as const)('exports what the filter lets through as %s, oldest first', async (format) => {
    audit.record({ kind: 'connection added' }, harbor);
    audit.record({ kind: 'token set' }, harbor);
    audit.record({ kind: 'connection deleted' }, harbor);
    const path = join(folder, `out.${format}`);
    const { handlers, asked } = start(path);
    const exported = await handlers.export({ filter: { ...everything, text: 'connection' }, format });
    const text = await readFile(path, 'utf8');
    expect(exported).toEqual({ ok: true, value: { kind: 'saved', path, lines: 2, bytes: Buffer.byteLength(text) } });
    expect(asked).toEqual([join('/home/kim/Documents', `Reader Desk - activity - 2021-11-01.${format}`)]);
    expect(text).toMatch(/connection added[\s\S]*connection deleted/i);
    expect(text).not.toMatch(/token set/i);
  });

  it('writes nothing where the dialog was cancelled', async () => {
    audit.record({ kind: 'token set' }, harbor);
    const { handlers } = start(null);
    expect(await handlers.export({ filter: everything, format: 'csv' })).toEqual({
      ok: true,
      value: { kind: 'cancelled' },
    });
  });
});
