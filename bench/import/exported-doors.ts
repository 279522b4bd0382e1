import type { KnownList } from '../../core/import/import-plan.ts';

interface ExportedDoors {
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** The same as CSV, with every name in quotes. */
  readonly text: string;
}

const idOf = (index: number) => String(index).padStart(8, '0');
const nameOf = (index: number) => `Building ${index % 40}, Door ${index}`;

/** Doors as an access-control system exports them: five columns, and names with commas. */
export function exportedDoors(count: number): ExportedDoors {
  const header = ['Reader ID', 'Reader name', 'Site', 'Panel', 'Notes'];
  const rows = Array.from({ length: count }, (_, index) => [
    idOf(index),
    nameOf(index),
    `Site ${index % 40}`,
    `P${Math.floor(index / 16)}`,
    'in service',
  ]);
  const lines = rows.map(([id, name, ...rest]) => [id, `"${name}"`, ...rest].join(','));
  return { header, rows, text: `${[header.join(','), ...lines].join('\r\n')}\r\n` };
}

/** A list of as many doors, of which every hundredth has another name and the last thousandth another id. */
export function knownDoors(count: number): KnownList {
  const places = Array.from({ length: count }, (_, index) => index);
  return {
    ids: places.map((index) => idOf(index % 1_000 === 999 ? index + count : index)),
    names: places.map((index) => (index % 100 === 0 ? `Old name ${index}` : nameOf(index))),
    sites: null,
    listed: count,
  };
}
