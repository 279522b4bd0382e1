import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type ExportList, exportListNames } from '../export/export-choice.ts';
import { anyText } from '../testing/any-reader.ts';
import { exportFileName } from './file-name.ts';

const at = new Date(2021, 10, 1, 23, 59);

it('names the connection, the source and the day', () => {
  const name = (connection: string, list: ExportList) =>
    exportFileName({ connection, what: exportListNames[list], at, extension: 'csv' });
  expect(name('Harbor Campus', 'draft')).toBe('Harbor Campus - draft - 2021-11-01.csv');
  expect(name('Zürich: Süd/Nord', 'remote')).toBe('Zürich Süd Nord - Camio list - 2021-11-01.csv');
  expect(name('Pier 4', 'selection')).toBe('Pier 4 - selection - 2021-11-01.csv');
  expect(name('Pier 4', 'changes')).toBe('Pier 4 - changes - 2021-11-01.csv');
  expect(name('../../etc/passwd', 'draft')).toBe('etc passwd - draft - 2021-11-01.csv');
  expect(name('...', 'draft')).toBe('Readers - draft - 2021-11-01.csv');
});

it('is a plain, visible file name for every connection name', () => {
  fc.assert(
    fc.property(fc.array(anyText, { maxLength: 20 }), (texts) => {
      const connection = texts.join('');
      const name = exportFileName({ connection, what: 'draft', at, extension: 'json' });
      expect(name).toMatch(/^[^<>:"/\\|?*\p{Cc}\p{Cf}.\s][^<>:"/\\|?*\p{Cc}\p{Cf}]* - draft - 2021-11-01\.json$/u);
      expect(new TextEncoder().encode(name).length).toBeLessThanOrEqual(255);
    }),
  );
});
