import { expect, it } from 'vitest';
import type { Handlers } from '../../core/ipc/contract.ts';
import { fail, ok } from '../../core/result.ts';
import { noWorksheet } from '../../core/worksheet/worksheet-round.ts';
import { harbor, recordedActs } from '../testing/recorded-acts.ts';
import { auditedWorksheets } from './audited-worksheets.ts';

const refused = async () => fail({ code: 'blocked', message: 'No.', next: '' } as const);
const ticked = { cameraId: 'c1', cameraName: 'Lobby', readers: [], at: '2021-11-12T08:00:00.000Z' };

function start(answers: Partial<Handlers<'worksheet'>>) {
  const { record, recorded } = recordedActs();
  const handlers = { open: refused, tick: refused, finish: refused, export: refused, ...answers };
  return { handlers: auditedWorksheets(handlers, { record, connections: { get: () => harbor } }), recorded };
}

it('writes down what was finished and exported', async () => {
  const { handlers, recorded } = start({
    open: async () => ok({ ...noWorksheet, ticked: [ticked, { ...ticked, cameraId: 'c2' }] }),
    finish: async () => ok(noWorksheet),
    export: async () => ok({ kind: 'saved', path: '/x.pdf', rows: 12, bytes: 1 }),
  });
  await handlers.finish({ connectionId: 'harbor' });
  await handlers.export({ connectionId: 'harbor', format: 'pdf', scope: 'all' });
  expect(recorded).toEqual([
    { act: { kind: 'worksheet finished', cameras: 2 }, on: 'Harbor Campus' },
    { act: { kind: 'export', list: 'worksheet', format: 'pdf', rows: 12 }, on: 'Harbor Campus' },
  ]);
});

it('writes down nothing that was refused or cancelled', async () => {
  const { handlers, recorded } = start({ export: async () => ok({ kind: 'cancelled' }) });
  await handlers.finish({ connectionId: 'harbor' });
  await handlers.export({ connectionId: 'harbor', format: 'pdf', scope: 'all' });
  expect(recorded).toEqual([]);
});
