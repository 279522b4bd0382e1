import type { Reader } from '../readers/reader.ts';

// Ids as access-control systems of different makers write them, one way per site.
const sites = [
  { name: 'North Campus', id: (n: number) => String(n).padStart(6, '0') },
  { name: 'Zürich', id: (n: number) => `ZH-${String.fromCharCode(65 + (n % 6))}-${String(n).padStart(4, '0')}` },
  { name: 'Riverside', id: guid },
  { name: 'Warehouse 7', id: (n: number) => `40028922${String(n).padStart(12, '0')}` },
] as const;

const buildings = [
  'Main Building',
  'Verwaltung',
  'Labor Süd',
  'Research Wing',
  'Data Center',
  'Parking Garage',
  'Cafeteria',
  'Sporthalle Höhe 2',
] as const;

const doors = [
  'Main Entrance',
  'Turnstile 1',
  'Turnstile 2',
  'Side Door East',
  'Side Door West',
  'Loading Dock',
  'Elevator Lobby',
  'Stairwell A',
  'Stairwell B',
  'Server Room',
  'Notausgang',
  'Gatehouse',
] as const;

/** A believable campus of `count` readers, the same every time: four sites, many buildings and floors, every id unique. */
export function campusReaders(count = 240): Reader[] {
  return Array.from({ length: count }, (_, index) => {
    const siteIndex = index % sites.length;
    const place = Math.floor(index / sites.length);
    const door = place % doors.length;
    const building = Math.floor(place / doors.length) % buildings.length;
    const floor = Math.floor(place / (doors.length * buildings.length)) + 1;
    const site = sites[siteIndex] ?? sites[0];
    const level = floor === 1 ? '' : ` – Level ${floor}`;
    return { id: site.id(place + 1), name: `${site.name} – ${buildings[building]}${level} – ${doors[door]}` };
  });
}

/** A GUID-like id made of a number; multiplying by an odd number keeps different numbers apart. */
function guid(n: number): string {
  const mixed = Math.imul(n, 0x9e3779b1) >>> 0;
  const hex = mixed.toString(16).padStart(8, '0');
  const tail = String(n).padStart(12, '0');
  return `${hex}-${hex.slice(4)}-4${hex.slice(1, 4)}-a${hex.slice(5)}-${tail}`;
}
