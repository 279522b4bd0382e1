import { describe, expect, it } from 'vitest';
import { guessMapping } from './guess-mapping.ts';
import type { ImportTarget } from './import-table.ts';

/** Columns and rows from a header and lines of cells. */
function guess(headers: readonly string[], rows: readonly (readonly string[])[], target: ImportTarget = 'readers') {
  const lines = rows.map((cells, index) => ({ line: index + 2, cells }));
  const columns = headers.map((header, column) => ({
    header,
    filled: rows.filter((cells) => (cells[column] ?? '') !== '').length,
  }));
  return guessMapping(columns, lines, target);
}

/** The headers of the columns that were bound. */
function bound(headers: readonly string[], rows: readonly (readonly string[])[], target: ImportTarget = 'readers') {
  const { mapping } = guess(headers, rows, target);
  const named = (columns: readonly number[]) => columns.map((column) => headers[column] ?? '').join('+');
  return [named(mapping.id.columns), named(mapping.name.columns)];
}

describe('columns by their names', () => {
  const two = (headers: string[]) => [headers.map((_, at) => `${at}1`), headers.map((_, at) => `${at}2`)];

  it.each<[string, string[], string, string]>([
    ['English', ['Site', 'Reader ID', 'Reader Name', 'Notes'], 'Reader ID', 'Reader Name'],
    ['German', ['Standort', 'Leser-Nr.', 'Leserbezeichnung'], 'Leser-Nr.', 'Leserbezeichnung'],
    ['German, device', ['Geräte-ID', 'Bezeichnung'], 'Geräte-ID', 'Bezeichnung'],
    ['French', ['N° lecteur', 'Libellé', 'Bâtiment'], 'N° lecteur', 'Libellé'],
    ['Spanish', ['Identificador', 'Descripción', 'Edificio'], 'Identificador', 'Descripción'],
    ['Italian', ['ID lettore', 'Varco'], 'ID lettore', 'Varco'],
    ['Dutch', ['Lezernummer', 'Omschrijving'], 'Lezernummer', 'Omschrijving'],
    ['Portuguese', ['ID do leitor', 'Descrição'], 'ID do leitor', 'Descrição'],
    ['Swedish', ['Läsar-ID', 'Benämning'], 'Läsar-ID', 'Benämning'],
    ['Polish', ['Numer czytnika', 'Nazwa'], 'Numer czytnika', 'Nazwa'],
    ['Polish, ł and ś', ['ID urządzenia', 'Przejście'], 'ID urządzenia', 'Przejście'],
    ['Japanese', ['リーダーID', 'リーダー名'], 'リーダーID', 'リーダー名'],
    ['Genetec', ['Entity', 'Logical ID', 'Description', 'Entity type'], 'Logical ID', 'Description'],
    ['C•CURE 9000', ['Name', 'Description', 'Object ID', 'GUID'], 'GUID', 'Name'],
    ['Verkada', ['Door ID', 'Door Name', 'Site', 'Floor'], 'Door ID', 'Door Name'],
    ['Milestone', ['DisplayName', 'Id', 'Enabled'], 'Id', 'DisplayName'],
    ['Gallagher', ['id', 'name', 'href', 'division'], 'id', 'name'],
    ['Brivo', ['Access Point ID', 'Access Point Name', 'Site'], 'Access Point ID', 'Access Point Name'],
    ['Avigilon Alta', ['Entry ID', 'Entry Name', 'Zone'], 'Entry ID', 'Entry Name'],
    ['Kantech', ['Component ID', 'Door name', 'Gateway'], 'Component ID', 'Door name'],
    ['HID and Mercury', ['SCP ID', 'ACR number', 'ACR name'], 'ACR number', 'ACR name'],
  ])('%s', (_, headers, id, name) => {
    expect(bound(headers, two(headers))).toEqual([id, name]);
  });
});

it('knows our own export for certain', () => {
  expect(guess(['device_id', 'device_name', 'other_fields_json'], [['1', 'Lobby', '{}']])).toEqual({
    mapping: {
      id: { columns: [0], separator: '-' },
      name: { columns: [1], separator: ' ' },
      otherFields: 2,
      site: null,
    },
    mappingFrom: 'own export',
  });
});

it('joins the panel before the reader where only both tell the rows apart', () => {
  const headers = ['PANELID', 'READERID', 'READERDESC'];
  const rows = [
    ['1', '0', 'Lobby'],
    ['1', '1', 'Dock'],
    ['2', '0', 'Roof'],
  ];
  expect(bound(headers, rows)).toEqual(['PANELID+READERID', 'READERDESC']);
  expect(bound(headers, rows.slice(0, 2))).toEqual(['READERID', 'READERDESC']);
});

it('goes by the contents where the names say nothing', () => {
  const rows = [
    ['Lobby North', 'A', '00124'],
    ['Dock', 'A', '00125'],
  ];
  expect(guess(['', '', ''], rows)).toMatchObject({
    mapping: { id: { columns: [2] }, name: { columns: [0] } },
    mappingFrom: 'guessed',
  });
});

it('takes the fuller of two columns of one name, and no empty one', () => {
  expect(
    guess(
      ['ID', 'Name', 'Name'],
      [
        ['1', '', 'Lobby'],
        ['2', '', 'Dock'],
      ],
    ).mapping.name.columns,
  ).toEqual([2]);
});

it('binds nothing where nothing fits', () => {
  expect(
    guess(
      ['?', '!'],
      [
        ['-', '-'],
        ['-', '-'],
      ],
    ),
  ).toMatchObject({ mappingFrom: 'none', mapping: { id: { columns: [] } } });
});

it('binds cameras to their own columns, and their site', () => {
  const { mapping } = guess(['Camera name', 'Camera ID', 'Site'], [['Lobby', 'c1', 'North']], 'cameras');
  expect(mapping).toMatchObject({ id: { columns: [1] }, name: { columns: [0] }, site: 2 });
});
