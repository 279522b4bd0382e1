import type { AppError } from '../../core/app-error.ts';
import type { CleanUp, LetterCase, Numbering, RenameRule } from '../../core/rename/rename-rule.ts';
import { fail, ok, type Result } from '../../core/result.ts';

export const renameKinds = ['replace', 'add', 'case', 'clean up', 'number', 'template'] as const;
export type RenameKind = (typeof renameKinds)[number];

/** Everything the dialog's fields hold, those of the kinds that are not in view too: nothing typed is lost. */
export interface RenameForm {
  readonly kind: RenameKind;
  readonly find: string;
  readonly replacement: string;
  readonly matchCase: boolean;
  readonly isPattern: boolean;
  readonly before: string;
  readonly after: string;
  readonly to: LetterCase;
  readonly cleanUp: CleanUp;
  readonly place: 'before' | 'after';
  readonly separator: string;
  readonly start: string;
  readonly step: string;
  readonly digits: string;
  readonly template: string;
}

export const emptyForm: RenameForm = {
  kind: 'replace',
  find: '',
  replacement: '',
  matchCase: false,
  isPattern: false,
  before: '',
  after: '',
  to: 'title',
  cleanUp: { spaces: true, invisible: true, accents: true, lookAlikes: true },
  place: 'after',
  separator: ' ',
  start: '1',
  step: '1',
  digits: '2',
  template: '{name} {n:00}',
};

/** The rule the fields in view stand for, or what is wrong with a number among them. */
export function ruleOf(form: RenameForm): Result<RenameRule, AppError> {
  switch (form.kind) {
    case 'replace': {
      const { find, replacement, matchCase } = form;
      // Until there is something to find, a pattern would match everywhere.
      const isPattern = form.isPattern && find !== '';
      return ok({ kind: isPattern ? 'replace pattern' : 'replace', find, replacement, matchCase });
    }
    case 'add':
      return ok({ kind: 'add', before: form.before, after: form.after });
    case 'case':
      return ok({ kind: 'case', to: form.to });
    case 'clean up':
      return ok({ kind: 'clean up', ...form.cleanUp });
    case 'number': {
      const digits = wholeNumber(form.digits);
      if (digits === null || digits < 1 || digits > mostDigits)
        return fail(noNumber('Digits', `from 1 to ${mostDigits}`));
      const numbering = numberingOf(form);
      if (!numbering.ok) return numbering;
      const { place, separator } = form;
      return ok({ kind: 'number', place, separator, digits, numbering: numbering.value });
    }
    case 'template': {
      const numbering = numberingOf(form);
      return numbering.ok ? ok({ kind: 'template', template: form.template, numbering: numbering.value }) : numbering;
    }
  }
}

const mostDigits = 12;
/** Beyond a million million, numbers are typing errors. */
const largest = 1e12;

function numberingOf({ start, step }: RenameForm): Result<Numbering, AppError> {
  const numbers = { start: wholeNumber(start), step: wholeNumber(step) };
  if (numbers.start === null) return fail(noNumber('Start at', 'such as 1 or 100'));
  if (numbers.step === null || numbers.step === 0) return fail(noNumber('Step', 'such as 1 or 10, not 0'));
  return ok({ start: numbers.start, step: numbers.step });
}

function wholeNumber(text: string): number | null {
  const number = Number(text.trim());
  return /^-?\d+$/.test(text.trim()) && Math.abs(number) <= largest ? number : null;
}

function noNumber(field: string, allowed: string): AppError {
  return {
    code: 'invalid-input',
    message: `“${field}” is not a number that can be counted with.`,
    next: `Type a whole number ${allowed}.`,
  };
}

export interface RuleFieldsProps {
  readonly form: RenameForm;
  readonly onChange: (part: Partial<RenameForm>) => void;
}
