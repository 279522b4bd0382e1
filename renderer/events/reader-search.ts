import type { Draft } from '../../core/draft/draft.ts';
import type { Reader } from '../../core/readers/reader.ts';
import { filterWords, foldText } from '../../core/text/fold-text.ts';

/** The best matches in order of fit, and how many further readers match. */
export interface ReaderMatches {
  readonly best: readonly Reader[];
  readonly more: number;
}

/** Readers as they are searched: each with its id and name folded once, not on every keystroke. */
export interface SearchableReaders {
  readonly readers: readonly Reader[];
  readonly ids: readonly string[];
  readonly names: readonly string[];
}

/**
 * The readers an event can be sent for: those Camio holds, under the draft's names, in list order; of several with one id
 * the first.
 */
export function searchableReaders({ rows }: Pick<Draft, 'rows'>): SearchableReaders {
  const byId = new Map<string, Reader>();
  rows.forEach(({ base, mine }) => {
    if (base && !byId.has(base.id)) byId.set(base.id, mine ?? base);
  });
  return foldReaders([...byId.values()]);
}

/** Readers made ready for searching, in their order. */
export function foldReaders(readers: readonly Reader[]): SearchableReaders {
  return { readers, ids: foldAll(readers.map(({ id }) => id)), names: foldAll(readers.map(({ name }) => name)) };
}

/** Folds many short texts as one long one, which is faster; so a line break in one of them is a space here. */
function foldAll(texts: readonly string[]): readonly string[] {
  if (texts.length === 0) return [];
  return foldText(texts.map((text) => text.replaceAll('\n', ' ')).join('\n')).split('\n');
}

const worst = 4;

/** The readers whose id or name contains every word of the text, best fits first, at most `limit` of them. */
export function findReaders({ readers, ids, names }: SearchableReaders, text: string, limit: number): ReaderMatches {
  const wanted = foldText(text.trim());
  const words = filterWords(text);
  const byFit: Reader[][] = Array.from({ length: worst + 1 }, () => []);
  let found = 0;
  readers.forEach((reader, index) => {
    const id = ids[index] ?? '';
    const name = names[index] ?? '';
    if (!words.every((word) => id.includes(word) || name.includes(word))) return;
    found += 1;
    const sameFit = byFit[fit(id, name, wanted)];
    if (sameFit && sameFit.length < limit) sameFit.push(reader);
  });
  const best = byFit.flat().slice(0, limit);
  return { best, more: found - best.length };
}

/** 0 is the very reader; higher is further from what was typed. */
function fit(id: string, name: string, wanted: string): number {
  if (id === wanted || name === wanted) return 0;
  if (name.startsWith(wanted)) return 1;
  if (id.startsWith(wanted)) return 2;
  return name.includes(` ${wanted}`) ? 3 : worst;
}
