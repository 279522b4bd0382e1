import { expect, it } from 'vitest';
import type { Act } from './act.ts';
import { phraseAct } from './phrase-act.ts';

const counts = { added: 1, renamed: 0, changed: 0, removed: 1_200, unchanged: 3 };

it.each<[Act, string]>([
  [{ kind: 'push', outcome: 'stored', counts, message: '' }, 'Stored: 1 added, 1,200 removed'],
  [
    { kind: 'push', outcome: 'refused', counts, message: 'Camio does not accept the token.' },
    'Refused: 1 added, 1,200 removed. Camio does not accept the token.',
  ],
  [
    { kind: 'test event', outcome: 'accepted', status: 204, readerId: '00123', eventType: 'forced open' },
    'Accepted with status 204: forced open at reader 00123',
  ],
  [
    { kind: 'test event', outcome: 'unknown', status: null, readerId: '00123', eventType: null },
    'Unknown: no event type at reader 00123',
  ],
  [
    { kind: 'draft restored', snapshotReadAt: '2021-11-01T17:30:10.000Z', counts },
    'Camio’s list of 2021-11-01 17:30 UTC: 1 added, 1,200 removed',
  ],
  [{ kind: 'draft restored', snapshotReadAt: null, counts }, 'An undone push: 1 added, 1,200 removed'],
  [{ kind: 'list merged', keptMine: 0, keptTheirs: 0 }, 'Without a clash'],
  [{ kind: 'list merged', keptMine: 1, keptTheirs: 0 }, '1 clash: 1 kept mine, 0 kept theirs'],
  [{ kind: 'list merged', keptMine: 1, keptTheirs: 2 }, '3 clashes: 1 kept mine, 2 kept theirs'],
  [{ kind: 'list adopted', readers: 1, differences: 0 }, '1 reader'],
  [{ kind: 'list adopted', readers: 2, differences: 1 }, '2 readers, 1 difference from the list before'],
  [{ kind: 'snapshot taken', reason: 'on demand', readers: 5 }, 'On demand: 5 readers'],
  [{ kind: 'sweep started', pending: 1_200, eventType: 'forced open' }, '1,200 readers pending: forced open'],
  [
    {
      kind: 'sweep ended',
      outcome: 'token refused',
      counts: { pending: 7, sending: 0, accepted: 1_190, refused: 1, unknown: 2 },
      message: 'Camio does not accept the token.',
    },
    'Token refused: 1,190 accepted, 1 refused, 2 unknown, 7 not sent. Camio does not accept the token.',
  ],
  [{ kind: 'export', list: 'draft', format: 'csv', rows: 5 }, 'Draft as CSV: 5 rows'],
  [
    {
      kind: 'import',
      target: 'readers',
      fileName: 'doors.csv',
      mode: 'replace',
      added: 1_200,
      renamed: 0,
      removed: 2,
      leftOut: 1,
    },
    'Readers from doors.csv, replace: 1,200 added, 2 removed, 1 row with errors left out',
  ],
  [{ kind: 'connection changed', fields: ['name', 'dialect'] }, 'Name, dialect'],
  [{ kind: 'token set' }, ''],
])('phrases %j', (act, text) => {
  expect(phraseAct(act)).toBe(text);
});
