import { expect, it } from 'vitest';
import { firstChoices } from '../../core/import/import-comparison.ts';
import type { ImportTable } from '../../core/import/import-table.ts';
import type { Handlers } from '../../core/ipc/contract.ts';
import type { ImportOutcome } from '../../core/ipc/import-calls.ts';
import { ok } from '../../core/result.ts';
import { harbor, recordedActs } from '../testing/recorded-acts.ts';
import { auditedImports } from './audited-imports.ts';

const connectionId = 'harbor';
const nothing = { columns: [], separator: '' };
const mapping = { id: nothing, name: nothing, otherFields: null, site: null };
const choices = { ...firstChoices, mode: 'replace', leaveOutErrors: true, repairs: [] } as const;
const options = { encoding: null, delimiter: null, quotes: null, sheet: null, list: null, headerLine: 0 };

const table: ImportTable = {
  fileName: 'doors.xlsx',
  bytes: 1,
  format: 'xlsx',
  sheets: [],
  together: [],
  hidden: null,
  lists: [],
  readAs: options,
  detected: options,
  columns: [],
  rows: 0,
  firstLines: [],
  linesAroundHeader: [],
  lastLine: 0,
  preview: [],
  notes: [],
  mapping,
  mappingFrom: 'none',
};

function start(outcome: ImportOutcome) {
  const { record, recorded } = recordedActs();
  const handlers: Handlers<'import'> = {
    choose: async () => ok({ kind: 'opened', table }),
    read: async () => ok(table),
    compare: () => Promise.reject(new Error('Not part of this test.')),
    apply: async () => ok(outcome),
    cancel: async () => ok(undefined),
  };
  return { audited: auditedImports(handlers, { record, connections: { get: () => harbor } }), recorded };
}

it('writes down what an import changed, under the name of its file', async () => {
  const { audited, recorded } = start({ kind: 'imported', added: 1, renamed: 2, removed: 3, leftOut: 4 });
  await audited.choose({ connectionId, target: 'readers' });
  expect(recorded).toEqual([]);
  await audited.apply({ connectionId, mapping, choices, seq: 1 });
  const act = {
    kind: 'import',
    target: 'readers',
    fileName: 'doors.xlsx',
    mode: 'replace',
    added: 1,
    renamed: 2,
    removed: 3,
    leftOut: 4,
  };
  expect(recorded).toEqual([{ act, on: 'Harbor Campus' }]);
});

it('writes down nothing where nothing changed', async () => {
  const { audited, recorded } = start({ kind: 'same' });
  await audited.choose({ connectionId, target: 'readers' });
  await audited.apply({ connectionId, mapping, choices, seq: 1 });
  expect(recorded).toEqual([]);
});
