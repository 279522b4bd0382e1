import type { AppError } from '../app-error.ts';
import { splitSite } from '../readers/name-site.ts';
import type { Reader } from '../readers/reader.ts';
import { fail, ok, type Result } from '../result.ts';

/** What a template can take from a reader, and what a person is told of it. */
export const templateFields = {
  name: 'the whole name',
  site: 'the name up to its first “ – ”, “ - ”, “/” or “:”',
  rest: 'the name after that',
  id: 'the ID',
  n: 'a number; {n:00} has two digits',
} as const;

type Field = keyof typeof templateFields;
type Part = string | ((reader: Reader, number: number) => string);

/**
 * A name made by a template such as `{site} – {rest} {n:00}`, null for a reader that has nothing for one of its fields: a
 * name with a hole is no name. `{{` and `}}` stand for the braces themselves.
 */
export function compileTemplate(template: string): Result<(reader: Reader, number: number) => string | null, AppError> {
  const parts: Part[] = [];
  let from = 0;
  for (const match of template.matchAll(/\{\{|\}\}|\{([^{}]*)\}|[{}]/g)) {
    parts.push(template.slice(from, match.index));
    from = match.index + match[0].length;
    if (match[0] === '{{' || match[0] === '}}') parts.push(match[0].charAt(0));
    else if (match[1] === undefined) return fail(looseBrace(match[0]));
    else {
      const field = compileField(match[1]);
      if (!field) return fail(unknownField(match[1]));
      parts.push(field);
    }
  }
  parts.push(template.slice(from));
  return ok((reader, number) => {
    let name = '';
    for (const part of parts) {
      const text = typeof part === 'string' ? part : part(reader, number);
      if (text === '' && typeof part !== 'string') return null;
      name += text;
    }
    return name;
  });
}

function compileField(text: string): Part | null {
  const zeros = /^n(?::(0+))?$/.exec(text);
  if (zeros) return (_reader, number) => withDigits(number, zeros[1]?.length ?? 1);
  return isField(text) ? fieldParts[text] : null;
}

const fieldParts: Readonly<Record<Exclude<Field, 'n'>, (reader: Reader) => string>> = {
  name: ({ name }) => name,
  site: ({ name }) => splitSite(name).site,
  rest: ({ name }) => splitSite(name).rest,
  id: ({ id }) => id,
};

function isField(text: string): text is Exclude<Field, 'n'> {
  return Object.hasOwn(fieldParts, text);
}

/** The number with zeros in front of it, a minus before them. */
export function withDigits(number: number, digits: number): string {
  return `${number < 0 ? '-' : ''}${String(Math.abs(number)).padStart(digits, '0')}`;
}

const known = Object.keys(templateFields)
  .map((field) => `{${field}}`)
  .join(', ');

function unknownField(text: string): AppError {
  return {
    code: 'invalid-input',
    message: `There is no field {${text}}.`,
    next: `Use ${known}, or write {{ for a brace.`,
  };
}

function looseBrace(brace: string): AppError {
  return {
    code: 'invalid-input',
    message: `The template has a “${brace}” without its other half.`,
    next: `Write ${brace}${brace} for a brace that is part of the name.`,
  };
}
