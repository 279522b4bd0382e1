import { exhaustive } from '../result.ts';
import { longNameCharacters, type ReaderField, type ReaderIssue } from './reader-issue.ts';

/** One sentence for the person: what is wrong, with exact numbers and characters. */
export function phraseIssue(issue: ReaderIssue): string {
  switch (issue.code) {
    case 'empty id':
      return 'This reader has no ID. Camio finds readers by their ID.';
    case 'control character':
      return `${the(issue.field)} has a control character (${unicode(issue.codePoint)}) at character ${issue.at}. Type it again without it.`;
    case 'broken character':
      return `${the(issue.field)} has half a character (${unicode(issue.codePoint)}) at character ${issue.at}. Type it again.`;
    case 'duplicate id':
      return `${issue.readers.toLocaleString('en')} readers have the ID "${issue.id}". Camio can keep only one reader for each ID.`;
    case 'near-duplicate id':
      return `The ID "${issue.id}" differs from "${issue.other}" only in case, spaces or invisible characters.`;
    case 'empty name':
      return 'This reader has no name. Camio will show its ID.';
    case 'long name':
      return `The name has ${issue.characters.toLocaleString('en')} characters. Names over ${longNameCharacters} may be cut off in Camio.`;
    case 'outer space':
      return `${the(issue.field)} starts or ends with a space.`;
    case 'double space':
      return `${the(issue.field)} has two spaces in a row.`;
    case 'invisible character':
      return `${the(issue.field)} has an invisible character (${unicode(issue.codePoint)}) at character ${issue.at}.`;
    case 'look-alike letters':
      return `"${issue.word}" in the ${fieldName(issue.field)} mixes letters of several alphabets that look alike. Searching for it may not find it.`;
    default:
      return exhaustive(issue);
  }
}

/** A word or two for a tag in the grid. */
export function issueTag(issue: ReaderIssue): string {
  switch (issue.code) {
    case 'empty id':
      return 'No ID';
    case 'control character':
      return 'Control character';
    case 'broken character':
      return 'Broken character';
    case 'duplicate id':
      return 'Duplicate ID';
    case 'near-duplicate id':
      return 'Similar ID';
    case 'empty name':
      return 'No name';
    case 'long name':
      return 'Long name';
    case 'outer space':
    case 'double space':
      return 'Extra space';
    case 'invisible character':
      return 'Invisible character';
    case 'look-alike letters':
      return 'Look-alike letters';
    default:
      return exhaustive(issue);
  }
}

function the(field: ReaderField): string {
  return `The ${fieldName(field)}`;
}

function fieldName(field: ReaderField): string {
  return field === 'id' ? 'ID' : 'name';
}

function unicode(codePoint: number): string {
  return `U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}`;
}
