import { readerLimits } from '../readers/reader.ts';
import { exhaustive } from '../result.ts';
import { formatCount } from '../text/amounts.ts';
import { type IssueCode, longNameCharacters, type ReaderField, type ReaderIssue } from './reader-issue.ts';

/** One sentence for the person: what is wrong, with exact numbers and characters. */
export function phraseIssue(issue: ReaderIssue): string {
  switch (issue.code) {
    case 'empty id':
      return 'This reader has no ID. Camio finds readers by their ID.';
    case 'control character':
      return `${the(issue.field)} has a control character (${unicode(issue.codePoint)}) at character ${issue.at}. Type it again without it.`;
    case 'broken character':
      return `${the(issue.field)} has half a character (${unicode(issue.codePoint)}) at character ${issue.at}. Type it again.`;
    case 'too long':
      return `${the(issue.field)} has ${issue.characters.toLocaleString('en')} characters. The most it may have is ${readerLimits.characters.toLocaleString('en')}.`;
    case 'duplicate id':
      return `${formatCount(issue.readers)} readers have the ID "${issue.id}". Camio can keep only one reader for each ID.`;
    case 'near-duplicate id':
      return `The ID "${issue.id}" differs from "${issue.other}" only in case, spaces, invisible characters or look-alike letters.`;
    case 'empty name':
      return 'This reader has no name. Camio will show its ID.';
    case 'long name':
      return `The name has ${formatCount(issue.characters)} characters. Names over ${longNameCharacters} may be cut off in Camio.`;
    case 'outer space':
      return `${the(issue.field)} starts or ends with a space.`;
    case 'double space':
      return `${the(issue.field)} has two spaces in a row.`;
    case 'invisible character':
      return `${the(issue.field)} has an invisible character (${unicode(issue.codePoint)}) at character ${issue.at}.`;
    case 'look-alike letters':
      return `"${issue.word}" in the ${fieldName(issue.field)} has letters of another alphabet that look alike. Searching for it may not find it.`;
    case 'duplicate name':
      return `${formatCount(issue.readers)} readers have the name "${issue.name}". Nobody can tell them apart by it.`;
    case 'near-duplicate name':
      return `The name "${issue.name}" differs from "${issue.other}" only in case, spaces, invisible characters or look-alike letters.`;
    case 'misspelt name':
      return `"${issue.word}" may be a misspelling of "${issue.usual}", which many names of this list have.`;
    case 'placeholder name':
      return `"${issue.name}" does not say where the reader is.`;
    case 'unusual name length':
      return `The name has ${formatCount(issue.characters)} characters. Half of the names of this list have ${issue.half[0]} to ${issue.half[1]}.`;
    default:
      return exhaustive(issue);
  }
}

/** A word or two for a tag in the grid. */
export const issueTags: Readonly<Record<IssueCode, string>> = {
  'empty id': 'No ID',
  'control character': 'Control character',
  'broken character': 'Broken character',
  'too long': 'Too long',
  'duplicate id': 'Duplicate ID',
  'near-duplicate id': 'Similar ID',
  'empty name': 'No name',
  'long name': 'Long name',
  'outer space': 'Extra space',
  'double space': 'Double space',
  'invisible character': 'Invisible character',
  'look-alike letters': 'Look-alike letters',
  'duplicate name': 'Duplicate name',
  'near-duplicate name': 'Similar name',
  'misspelt name': 'Likely typo',
  'placeholder name': 'Placeholder',
  'unusual name length': 'Unusual length',
};

function the(field: ReaderField): string {
  return `The ${fieldName(field)}`;
}

function fieldName(field: ReaderField): string {
  return field === 'id' ? 'ID' : 'name';
}

function unicode(codePoint: number): string {
  return `U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}`;
}
