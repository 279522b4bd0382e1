import type { XmlFault } from './xml-reader.ts';
import { XmlReader } from './xml-reader.ts';

/** One part's reference to another. */
export interface Relationship {
  readonly id: string;
  /** The last word of its type's address: `worksheet`, `sharedStrings`, `styles`, … the same in both editions of OOXML. */
  readonly type: string;
  /** The part's name, from the root of the file. */
  readonly part: string;
}

/** The references of a `.rels` part; `folder` is that of the part they belong to. */
export function readRelationships(xml: string, folder: string): Relationship[] | { readonly fault: XmlFault } {
  const found: Relationship[] = [];
  const reader = new XmlReader(xml);
  for (;;) {
    const piece = reader.next();
    if (piece === 'fault') return { fault: reader.fault };
    if (piece === 'end') return found;
    if (piece !== 'open' || reader.name !== 'Relationship') continue;
    const target = reader.attribute('Target') ?? '';
    if (reader.attribute('TargetMode') === 'External') continue;
    const type = (reader.attribute('Type') ?? '').split('/').at(-1) ?? '';
    found.push({ id: reader.attribute('Id') ?? '', type, part: partAt(folder, target) });
  }
}

/** The part that holds a part's references. */
export function relationshipsOf(part: string): string {
  const slash = part.lastIndexOf('/');
  return `${part.slice(0, slash + 1)}_rels/${part.slice(slash + 1)}.rels`;
}

export const folderOf = (part: string): string => part.slice(0, Math.max(0, part.lastIndexOf('/')));

/** A target, which may be relative, begin at the root, or be written with backslashes or percent signs. */
function partAt(folder: string, target: string): string {
  const path = target.replaceAll('\\', '/');
  const segments = path.startsWith('/') ? [] : folder.split('/');
  for (const segment of path.split('/')) {
    if (segment === '..') segments.pop();
    else if (segment !== '' && segment !== '.') segments.push(segment);
  }
  const part = segments.filter((segment) => segment !== '').join('/');
  try {
    return decodeURIComponent(part);
  } catch {
    // A percent sign that stands for itself.
    return part;
  }
}
