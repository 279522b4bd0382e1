import { splitSite } from '../readers/name-site.ts';
import type { Reader } from '../readers/reader.ts';
import { foldText } from '../text/fold-text.ts';
import type { CameraPlan } from './camera-plan.ts';

const collator = new Intl.Collator('en', { numeric: true });

/** A site as it was first written, with the ids of its readers. */
export interface Site {
  readonly name: string;
  readonly readerIds: ReadonlySet<string>;
}

/** The sites of a list by name: a reader is of the site that its name begins with, and of those of the cameras that see it. */
export function readersBySite(readers: readonly Reader[], { cameras, views }: CameraPlan): readonly Site[] {
  const sites = new Map<string, { readonly name: string; readonly readerIds: Set<string> }>();
  const add = (name: string, readerId: string) => {
    if (name === '') return;
    const key = foldText(name);
    const site = sites.get(key) ?? { name, readerIds: new Set() };
    sites.set(key, site);
    site.readerIds.add(readerId);
  };
  for (const { id, name } of readers) add(splitSite(name).site, id);
  for (const { id, site } of cameras.values()) for (const readerId of views.get(id) ?? []) add(site, readerId);
  return [...sites.values()].sort((a, b) => collator.compare(a.name, b.name));
}
