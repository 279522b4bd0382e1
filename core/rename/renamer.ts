import type { AppError } from '../app-error.ts';
import type { Reader } from '../readers/reader.ts';
import { exhaustive, ok, type Result } from '../result.ts';
import { changeCase } from './change-case.ts';
import { cleanName } from './clean-name.ts';
import { compileTemplate, withDigits } from './name-template.ts';
import type { Numbering, PatternReplacement, RenameRule, TextReplacement } from './rename-rule.ts';

/**
 * A reader's new name, null where the reader lacks what it is made of; `place` counts the readers to rename from 0, in the
 * order they are listed in.
 */
export type Renamer = (reader: Reader, place: number) => string | null;

/** The rule as a function, quick for any name, or a sentence on what is wrong with it. */
export function compileRule(rule: Exclude<RenameRule, PatternReplacement>): Result<Renamer, AppError> {
  switch (rule.kind) {
    case 'replace':
      return ok(replacing(rule));
    case 'add':
      return ok(({ name }) => `${rule.before}${name}${rule.after}`);
    case 'case':
      return ok(({ name }) => changeCase(name, rule.to));
    case 'clean up':
      return ok(({ name }) => cleanName(name, rule));
    case 'number':
      return ok(({ name }, place) => {
        const number = withDigits(numberAt(place, rule.numbering), rule.digits);
        return rule.place === 'before' ? `${number}${rule.separator}${name}` : `${name}${rule.separator}${number}`;
      });
    case 'template': {
      const template = compileTemplate(rule.template);
      if (!template.ok) return template;
      return ok((reader, place) => template.value(reader, numberAt(place, rule.numbering)));
    }
    default:
      return exhaustive(rule);
  }
}

function numberAt(place: number, { start, step }: Numbering): number {
  return start + place * step;
}

function replacing({ find, replacement, matchCase }: TextReplacement): Renamer {
  if (find === '') return ({ name }) => name;
  if (matchCase) return ({ name }) => name.split(find).join(replacement);
  const pattern = new RegExp(find.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&'), 'giu');
  // A function, since a dollar sign in the replacement is a dollar sign.
  return ({ name }) => name.replace(pattern, () => replacement);
}
