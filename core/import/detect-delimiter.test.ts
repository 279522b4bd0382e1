import { expect, it } from 'vitest';
import { formatCsv } from '../csv/csv-text.ts';
import { parseCsv } from '../csv/parse-csv.ts';
import { detectDelimiter } from './detect-delimiter.ts';

it.each([
  ['commas', 'id,name\n1,Lobby\n2,Dock\n', ','],
  ['semicolons, with commas in names', 'id;name\n1;Lobby, North\n2;Dock, South\n', ';'],
  ['commas, with semicolons in quotes', 'id,name\n1,"Lobby; North; East"\n2,"Dock; South; West"\n', ','],
  ['tabs', 'id\tname\n1\tLobby, a; b\n2\tDock\n', '\t'],
  ['pipes', 'id|name|site\n1|Lobby|North\n2|Dock|South\n', '|'],
  ['title lines above', 'Readers of Harbor Campus, all sites, today\nAcme Inc.\n\nid;name\n1;Lobby\n2;Dock\n', ';'],
  ['commas, with a quote that never closes', 'id,name\n1,Lobby\n2,"Dock\n3,Roof\n', ','],
  ['no header, one comma in every name', '00124;Dock, North\n00125;Lobby, South\n', ';'],
])('finds %s', (_, text, delimiter) => {
  expect(detectDelimiter(text)).toBe(delimiter);
});

it('does not cut the names of a single column', () => {
  const names = 'Name\nLobby, North\nDock\nRoof\nGarage, West\nGate\nYard\n';
  expect(names).not.toContain(detectDelimiter(names));
});

it.each([',', ';', '|', '\t'])('does not cut the names of an export of ours with one column, all with %j', (sign) => {
  const names = formatCsv([['device_name'], ['Lobby', 'North'], ['Dock', 'South']].map((words) => [words.join(sign)]));
  expect(parseCsv(names.slice(1), detectDelimiter(names.slice(1))).lines.map(({ cells }) => cells.length)).toEqual([
    ...[1, 1, 1],
  ]);
});

it('looks at the start of a long file only', () => {
  expect(detectDelimiter(`id;name\n${'1;Lobby, a, b, c\n'.repeat(50_000)}`)).toBe(';');
});
