import { looseFold } from '../checks/loose-text.ts';
import type { Damage } from './import-comparison.ts';

// What programs write for one and the same id. A known id is put under every form that it may have been given, and an id
// of the file is looked up by its own.

/** Known ids by the forms that programs may have given them. */
export class IdForms {
  private readonly ids = new Map<string, string[]>();

  /** `partsOf`: the columns an id was joined from, each of which was changed by itself. */
  constructor(
    knownIds: Iterable<string> = [],
    private readonly partsOf: (id: string) => readonly string[] = (id) => [id],
  ) {
    for (const id of knownIds) this.add(id);
  }

  add(id: string): void {
    for (const form of new Set([this.plainForm(id), ...dateFormsOfNumbers(id), ...roundedForms(id)])) {
      const others = this.ids.get(form);
      if (others) others.push(id);
      else this.ids.set(form, [id]);
    }
  }

  /** The known ids that this one may stand for, and what was done to it; null where there are none. */
  originsOf(id: string): { readonly damage: Damage; readonly ids: readonly string[] } | null {
    if (this.ids.size === 0) return looksLikeDate(id) ? { damage: 'date', ids: [] } : null;
    const dates = dateFormsOfText(id);
    const asDate = new Set(dates.flatMap((form) => this.ids.get(form) ?? []));
    if (asDate.size > 0) return { damage: 'date', ids: [...asDate] };
    const alike = this.ids.get(this.plainForm(id)) ?? [];
    const [first] = alike;
    if (first !== undefined && first !== id) return { damage: damageBetween(id, first), ids: alike };
    const rounded = longDigits(id);
    const ids = rounded === null ? [] : (this.ids.get(roundedForm(rounded)) ?? []).filter((known) => known !== id);
    if (ids.length > 0) return { damage: 'rounded number', ids };
    return looksLikeDate(id) ? { damage: 'date', ids } : null;
  }

  private plainForm(id: string): string {
    return this.partsOf(id).map(plainPart).join('\0');
  }
}

const wrapped = /^(?:="(.*)"|'(.*)|"(.*)")$/;
const guid = /^[{(]?([\da-f]{8})-?([\da-f]{4})-?([\da-f]{4})-?([\da-f]{4})-?([\da-f]{12})[)}]?$/;
const decimals = /^(\d+)[.,]0+$/;
const thousands = /^\d{1,3}(?:[.,'’]\d{2,3})*[.,'’]\d{3}(?:[.,]0{1,2})?$/;

/** Without what does not tell ids apart: case, spaces, quotes, braces, dashes of a GUID, decimals, separators, zeros in front. */
function plainPart(part: string): string {
  const text = unwrapped(looseFold(part));
  const hex = guid.exec(text);
  if (hex) return hex.slice(1).join('');
  const number = decimals.exec(text)?.[1] ?? (thousands.test(text) ? withoutSeparators(text) : text);
  return /^\d+$/.test(number) ? number.replace(/^0+(?=\d)/, '') : number;
}

function unwrapped(text: string): string {
  const [, formula, marked, quoted] = wrapped.exec(text) ?? [];
  return formula ?? marked ?? quoted ?? text;
}

function withoutSeparators(text: string): string {
  return text.replace(/[.,]0{1,2}$/, '').replace(/[.,'’]/g, '');
}

function damageBetween(found: string, known: string): Damage {
  const text = looseFold(found);
  if (guid.test(text)) return 'GUID form';
  if (decimals.test(text)) return 'decimal places';
  if (thousands.test(text)) return 'thousands separators';
  if (wrapped.test(text)) return 'text mark';
  return /^\d+$/.test(text) && /^\d+$/.test(known) ? 'lost leading zeros' : 'case or spaces';
}

// Dates: `12-1` becomes `1-Dec`, `12-Jan`, `2026-12-01` or `01.12.2026`, by the computer's region.

const monthNames: readonly string[] = [
  'jan januar january janvier enero gennaio januari janeiro styczen ene gen sty янв',
  'feb februar february fevrier febrero febbraio februari fevereiro luty fev lut фев',
  'mar marz maerz march mars marzo maart marco marzec mrz mrt мар',
  'apr april avril abril aprile kwiecien avr abr kwi апр',
  'may mai mayo maggio mei maio maj mag май',
  'jun juni june juin junio giugno junho czerwiec giu cze июн',
  'jul juli july juillet julio luglio julho lipiec juil lug lip июл',
  'aug august aout agosto augustus augusti sierpien ago sie авг',
  'sep sept september septembre septiembre settembre setembro wrzesien set wrz сен',
  'oct okt oktober october octobre octubre ottobre outubro pazdziernik ott out paz окт',
  'nov november novembre noviembre novembro listopad lis ноя',
  'dec dez dezember december decembre diciembre dicembre dezembro grudzien dic gru дек',
];
const months = new Map(
  monthNames.flatMap((names, index) => names.split(' ').map((name) => [name, index + 1] as const)),
);
const isMonth = (number: number) => number >= 1 && number <= 12;
const isDay = (number: number) => number >= 1 && number <= 31;
const dayForm = (month: number, day: number) => `day ${month} ${day}`;
const monthForm = (month: number, year: number) => `month ${month} ${year % 100}`;
const fullForm = (year: number, month: number, day: number) => `date ${year % 100} ${month} ${day}`;

/** The dates for which an id of numbers may be taken. */
function dateFormsOfNumbers(id: string): string[] {
  const [, a = '', b = '', c] = /^\s*(\d{1,4})[-/.](\d{1,4})(?:[-/.](\d{1,4}))?\s*$/.exec(id) ?? [];
  if (a === '') return [];
  const [first, second] = [Number(a), Number(b)];
  if (c !== undefined) return fullForms(first, second, Number(c));
  const forms: string[] = [];
  if (isMonth(first) && isDay(second)) forms.push(dayForm(first, second));
  if (isMonth(second) && isDay(first)) forms.push(dayForm(second, first));
  if (isMonth(first)) forms.push(monthForm(first, second));
  if (isMonth(second)) forms.push(monthForm(second, first));
  return forms;
}

function fullForms(a: number, b: number, c: number): string[] {
  const forms: string[] = [];
  if (isMonth(b) && isDay(c)) forms.push(fullForm(a, b, c));
  if (isMonth(a) && isDay(b)) forms.push(fullForm(c, a, b));
  if (isMonth(b) && isDay(a)) forms.push(fullForm(c, b, a));
  return forms;
}

const namedDate = /^(?:(\d{1,4})[-/. ]+)?(\p{L}{3,10})\.?(?:[-/. ]+(\d{1,4}))?$/u;
const numberDate = /^(\d{1,4})[-/.](\d{1,2})[-/.](\d{1,4})(?:[ t]\d{1,2}:\d{2}.*)?$/i;

const mayBeDate = /\d[-/. ]*\p{L}{3}|\p{L}{3}\.?[-/. ]*\d|\d[-/.]\d{1,2}[-/.]\d/u;

/** The dates that a text shows; none where it shows no date. */
function dateFormsOfText(id: string): string[] {
  if (!mayBeDate.test(id)) return [];
  const text = id.trim().normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  const [, before, name = '', after] = namedDate.exec(text) ?? [];
  const month = months.get(name);
  if (month !== undefined && (before !== undefined || after !== undefined)) {
    const numbers = [before, after].flatMap((number) => (number === undefined ? [] : [Number(number)]));
    const [first = 0, second] = numbers;
    if (second === undefined) return [dayForm(month, first), monthForm(month, first)];
    return [
      fullForm(second, month, first),
      fullForm(first, month, second),
      dayForm(month, isDay(first) ? first : second),
    ];
  }
  const [, a, b, c] = numberDate.exec(text) ?? [];
  if (a === undefined || b === undefined || c === undefined) return [];
  const [first, second, third] = [Number(a), Number(b), Number(c)];
  const forms = fullForms(first, second, third);
  // The year may be the computer's own, put before or behind what was typed.
  const pairs =
    a.length === 4
      ? [[second, third]]
      : c.length >= 2
        ? [
            [first, second],
            [second, first],
          ]
        : [];
  for (const [month = 0, day = 0] of pairs) {
    if (isMonth(month) && isDay(day)) forms.push(dayForm(month, day));
  }
  // `12-2013` became the first of that month.
  const year = a.length === 4 ? first : third;
  for (const [month = 0, day = 0] of pairs) if (isMonth(month) && day === 1) forms.push(monthForm(month, year));
  return forms;
}

/** Whether a text reads like a date that a spreadsheet wrote: `1-Dec`. Dates of numbers alone may well be ids. */
function looksLikeDate(id: string): boolean {
  if (!mayBeDate.test(id)) return false;
  const [, before, name = '', after] = namedDate.exec(id.trim().toLowerCase()) ?? [];
  return (before === undefined) !== (after === undefined) && name.length === 3 && months.has(name);
}

// Long numbers: programs keep 15, 16 or 17 digits of them, cut or rounded, or the nearest number of 64 bits.

const keptDigits = [15, 16, 17];

/** The digits of a number of more than 15; null for any other text. */
function longDigits(id: string): string | null {
  const text = looseFold(id);
  const number = decimals.exec(text)?.[1] ?? (thousands.test(text) ? withoutSeparators(text) : text);
  const digits = number.replace(/^0+/, '');
  return /^\d{16,40}$/.test(digits) ? digits : null;
}

const roundedForm = (digits: string) => `rounded ${digits}`;

function roundedForms(id: string): string[] {
  const digits = longDigits(id);
  if (digits === null) return [];
  const number = BigInt(digits);
  const forms = new Set<bigint>([BigInt(Number(digits))]);
  for (const kept of keptDigits) {
    if (digits.length <= kept) continue;
    const unit = 10n ** BigInt(digits.length - kept);
    const cut = (number / unit) * unit;
    forms.add(cut);
    if ((number - cut) * 2n >= unit) forms.add(cut + unit);
  }
  forms.add(shortest(Number(digits)));
  return [...forms].filter((form) => form !== number).map((form) => roundedForm(String(form)));
}

/** A number as most programs write it: the fewest digits that give it back, and zeros. */
function shortest(number: number): bigint {
  const [mantissa = '', exponent = '0'] = number.toExponential().split('e');
  const [whole = '', fraction = ''] = mantissa.split('.');
  return BigInt((whole + fraction).padEnd(Number(exponent) + 1, '0'));
}
