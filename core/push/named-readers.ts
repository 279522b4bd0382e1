import type { Reader } from '../readers/reader.ts';

const mostNamed = 20;
/** A shorter name is found in any text. */
const shortestName = 4;

/** Ids of the readers that a server's text names, by id or by whole name; at most twenty. */
export function namedReaders(readers: readonly Reader[], text: string): string[] {
  if (text === '') return [];
  const named = new Set<string>();
  for (const { id, name } of readers) {
    if (named.size >= mostNamed) break;
    if (hasWord(text, id) || (name.length >= shortestName && hasWord(text, name))) named.add(id);
  }
  return [...named];
}

/** Whether the text has the word with neither a letter nor a digit beside it: `12` is not named by `422`. */
function hasWord(text: string, word: string): boolean {
  if (word === '') return false;
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    if (!isWordPart(text[at - 1]) && !isWordPart(text[at + word.length])) return true;
  }
  return false;
}

function isWordPart(character: string | undefined): boolean {
  return character !== undefined && /[\p{L}\p{N}]/u.test(character);
}
