import type { CameraPlan } from '../../core/cameras/camera-plan.ts';
import { byName } from '../../core/cameras/name-order.ts';
import { readersBySite } from '../../core/cameras/readers-by-site.ts';
import type { Reader } from '../../core/readers/reader.ts';
import type { Rows } from '../../core/readers/rows.ts';

/** Where the readers of a sweep come from. Those of `camera` and `site` are of one of many, which is chosen by `Group`. */
export const sources = ['all', 'selection', 'filtered', 'camera', 'site', 'never tested'] as const;
export type Source = (typeof sources)[number];

export const sourceNames: Readonly<Record<Source, string>> = {
  all: 'All readers in Camio',
  selection: 'Selected on Readers',
  filtered: 'Shown on Readers',
  camera: 'In view of a camera',
  site: 'Of a site',
  'never tested': 'Never tested',
};

/** What to say where a source has no reader. */
export const emptySources: Readonly<Record<Source, string>> = {
  all: 'Camio holds no reader of this list yet. Push it first.',
  selection: 'No reader that Camio holds is selected on the Readers page.',
  filtered: 'The Readers page shows no reader that Camio holds.',
  camera: 'Choose a camera.',
  site: 'Choose a site.',
  'never tested': 'Camio has accepted an event of every reader.',
};

/** A camera, or a site, by whose readers a sweep can be. */
export interface Group {
  readonly id: string;
  readonly text: string;
  readonly hint: string;
  readonly readerIds: ReadonlySet<string>;
}

/** Readers that Camio holds and the draft keeps, under the draft's names: of several with one id the first. */
export function sweepableReaders(rows: Rows): readonly Reader[] {
  const byId = new Map<string, Reader>();
  rows.forEach(({ base, mine }) => {
    if (base && mine?.id === base.id && !byId.has(mine.id)) byId.set(mine.id, mine);
  });
  return [...byId.values()];
}

/** The ids of the readers on these rows. */
export function idsOnRows(rows: Rows, numbers: Iterable<number>): ReadonlySet<string> {
  return new Set([...numbers].flatMap((number) => rows.at(number)?.mine?.id ?? []));
}

/** The cameras that see a reader, by name. */
export function cameraGroups({ cameras, views }: CameraPlan): readonly Group[] {
  return [...cameras.values()].sort(byName).flatMap(({ id, name, site }) => {
    const readerIds = views.get(id);
    return readerIds ? [{ id, text: name, hint: [site, id].filter(Boolean).join(' · '), readerIds }] : [];
  });
}

export function siteGroups(readers: readonly Reader[], plan: CameraPlan): readonly Group[] {
  return readersBySite(readers, plan).map(({ name, readerIds }) => ({ id: name, text: name, hint: '', readerIds }));
}
