import { expect, it } from 'vitest';
import { formatWorksheetHtml } from './worksheet-html.ts';
import type { WorksheetLine } from './worksheet-line.ts';

const origin = {
  connection: 'Harbor & Sons',
  account: null,
  atMs: Date.parse('2021-11-12T08:00:00Z'),
  timeZone: 'America/Los_Angeles',
};
const gate = { id: '<00125>', name: '', nameInCamio: '' };
const line: WorksheetLine = {
  camera: { id: 'c1', name: '<b>Lobby', site: 'Zürich' },
  isDeleted: false,
  readers: [{ reader: gate, mark: 'new' }],
  clear: [],
  isChanged: true,
  isDone: true,
};

it('says whose worksheet it is and when it was made, in the site’s time', () => {
  const page = formatWorksheetHtml([line], origin);
  expect(page).toContain('<h1>Worksheet: Harbor &amp; Sons</h1>');
  expect(page).toContain('not confirmed');
  expect(page).toMatch(/2021-11-12 00:00:00 \(America\/Los_Angeles\)/);
  expect(page).toContain('<span class="tick">✓</span>');
});

it('shows names and ids as text', () => {
  const page = formatWorksheetHtml([line], origin);
  expect(page).toContain('&lt;b&gt;Lobby');
  expect(page).toContain('<span>without a name</span> <code>&lt;00125&gt;</code>');
});

it('speaks of clearing only where there is something to clear', () => {
  expect(formatWorksheetHtml([line], origin)).not.toMatch(/clear/i);
  const cleared = formatWorksheetHtml([{ ...line, readers: [], clear: [gate], isDeleted: true }], origin);
  expect(cleared).toContain('Clear by hand');
  expect(cleared).toContain('No longer in the plan');
});

it('says which readers Camio does not offer yet, and what it still calls the others', () => {
  expect(formatWorksheetHtml([line], origin)).not.toContain('not in Camio yet');
  const waiting = { reader: { id: 'r3', name: 'Hatch', nameInCamio: null }, mark: 'waiting' as const };
  const renamed = { reader: { id: 'r2', name: 'Dock', nameInCamio: 'Ramp' }, mark: 'new' as const };
  const page = formatWorksheetHtml([{ ...line, readers: [waiting, renamed] }], origin);
  expect(page).toContain('<span>Hatch</span> <i>not in Camio yet</i>');
  expect(page).toContain('<span>Dock</span> <i>in Camio still “Ramp”</i>');
  expect(page).toContain('until the list of readers is pushed');
});
