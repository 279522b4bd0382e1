import { expect, it } from 'vitest';
import type { ActivityFilter } from './activity-filter.ts';
import { filterActivity } from './activity-filter.ts';
import type { AuditEntry, AuditLine } from './audit-entry.ts';

const entry = (id: string, name: string, act: AuditEntry['act']): AuditEntry => ({
  at: '2021-11-01T17:30:10.000Z',
  user: 'kim',
  app: '0.1.0',
  connection: { id, name },
  account: 'ops@harbor.example',
  act,
});

const log: readonly AuditLine[] = [
  { line: 1, entry: entry('h', 'Harbor Campus', { kind: 'token set' }) },
  { line: 2, entry: entry('h', 'Harbor Campus', { kind: 'export', list: 'draft', format: 'csv', rows: 1_284 }) },
  { line: 3, entry: entry('a', 'Airport', { kind: 'token set' }) },
  { line: 4, entry: null },
];

const everything: ActivityFilter = { kind: null, connectionId: null, text: '' };

it.each<[string, Partial<ActivityFilter>, readonly number[]]>([
  ['nothing asked for: all, with what cannot be read', {}, [1, 2, 3, 4]],
  ['a kind', { kind: 'token set' }, [1, 3]],
  ['a connection', { connectionId: 'h' }, [1, 2]],
  ['a kind of a connection', { kind: 'token set', connectionId: 'a' }, [3]],
  ['words anywhere, in any order and case', { text: ' 1,284  HARBOR ' }, [2]],
  ['words that one entry does not have together', { text: 'airport 1,284' }, []],
])('shows %s', (_what, asked, lines) => {
  expect(filterActivity(log, { ...everything, ...asked }).map(({ line }) => line)).toEqual(lines);
});
