import { expect, it } from 'vitest';
import { formatActivityCsv, formatActivityJson } from './activity-export.ts';
import type { AuditLine } from './audit-entry.ts';

const log: readonly AuditLine[] = [
  {
    line: 1,
    entry: {
      at: '2021-11-01T17:30:10.000Z',
      user: '@kim',
      app: '0.1.0',
      connection: { id: 'h', name: '=HYPERLINK("https://evil.example")' },
      account: null,
      act: { kind: 'snapshot taken', reason: 'before a push', readers: 1_284 },
    },
  },
  { line: 2, entry: null },
];

it('writes CSV that opens in a spreadsheet and holds no formula', () => {
  expect(formatActivityCsv(log)).toBe(
    [
      '\ufeffline,time_utc,act,details,connection,account,user,app_version',
      `1,2021-11-01T17:30:10.000Z,Snapshot taken,"Before a push: 1,284 readers","'=HYPERLINK(""https://evil.example"")",,'@kim,0.1.0`,
      '2,,,This line cannot be read,,,,',
      '',
    ].join('\r\n'),
  );
});

it('writes JSON with everything the log keeps', () => {
  expect(JSON.parse(formatActivityJson(log))).toEqual({ kind: 'reader-desk activity', version: 1, lines: log });
});
