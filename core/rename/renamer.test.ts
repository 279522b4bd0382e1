import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { textIssues } from '../checks/text-issues.ts';
import { anyText } from '../testing/any-reader.ts';
import { cleanName } from './clean-name.ts';
import { compilePattern, replacePattern } from './name-pattern.ts';
import type { PatternReplacement, RenameRule } from './rename-rule.ts';
import { compileRule } from './renamer.ts';

type WindowRule = Exclude<RenameRule, PatternReplacement>;

function renamed(rule: WindowRule, name: string, place = 0): string | null {
  const compiled = compileRule(rule);
  if (!compiled.ok) throw new Error(compiled.error.message);
  return compiled.value({ id: '00125', name }, place);
}

const everything = { spaces: true, invisible: true, accents: true, lookAlikes: true };
const numbering = { start: 1, step: 1 };

describe('find and replace', () => {
  const replace = (find: string, replacement: string, matchCase: boolean) =>
    ({ kind: 'replace', find, replacement, matchCase }) as const;

  it.each([
    ['Door A', 'door', 'Gate', false, 'Gate A'],
    ['Door A', 'door', 'Gate', true, 'Door A'],
    ['a.b.c', '.', '$&', false, 'a$&b$&c'],
    ['a.b.c', '.', '$&', true, 'a$&b$&c'],
    ['(1) [2]', '[2]', '', false, '(1) '],
    ['Lobby', '', 'x', false, 'Lobby'],
  ])('in %j, %j by %j', (name, find, replacement, matchCase, expected) => {
    expect(renamed(replace(find, replacement, matchCase), name)).toBe(expected);
  });

  it('takes any text literally', () => {
    fc.assert(
      fc.property(anyText, anyText, anyText, (name, find, replacement) => {
        fc.pre(find !== '');
        const expected = name.split(find).join(replacement);
        expect(renamed(replace(find, replacement, true), name)).toBe(expected);
        const isWellFormed = !/\p{Cs}/u.test(find + name);
        if (isWellFormed && name.includes(find)) {
          expect(renamed(replace(find, '', false), name)?.length).toBeLessThan(name.length);
        }
      }),
    );
  });
});

describe('a regular expression', () => {
  it('puts groups into the replacement', () => {
    const pattern = compilePattern({ find: '(\\w+) door (\\d+)', replacement: '', matchCase: false });
    expect(pattern.ok && replacePattern(pattern.value, '$2 $1', ['North Door 7', 'Roof'])).toEqual(['7 North', 'Roof']);
  });

  it('that is none gets a sentence', () => {
    const pattern = compilePattern({ find: '(', replacement: '', matchCase: false });
    expect(pattern.ok ? '' : pattern.error.message).toBe('This is not a regular expression: unterminated group.');
  });
});

describe('letters', () => {
  it.each([
    ['lower', 'LIFT Ä', 'lift ä'],
    ['upper', 'Straße', 'STRASSE'],
    ['title', 'main building – hvac ROOM 2b', 'Main Building – Hvac ROOM 2b'],
    ['title', 'HVAC room at McGill, women’s wing', 'HVAC Room At McGill, Women’s Wing'],
    ['title', 'LOBBY NORTH 2B', 'Lobby North 2B'],
    ['sentence', 'Main Building HVAC', 'Main building HVAC'],
    ['sentence', 'LOBBY NORTH', 'Lobby north'],
  ] as const)('%s of %j', (to, name, expected) => {
    expect(renamed({ kind: 'case', to }, name)).toBe(expected);
  });
});

describe('clean up', () => {
  it.each([
    ['  Lobby   South ', 'Lobby South'],
    ['Lobby\u00a0South\t2\r\n', 'Lobby South 2'],
    ['Lob\u200bby\u202e', 'Lobby'],
    ['Bu\u0308ro', 'Büro'],
    ['Lоbby', 'Lobby'],
    ['Складe', 'Складе'],
    ['Αtrium', 'Atrium'],
    ['Gate А, Gate В', 'Gate A, Gate B'],
    ['Корпус A', 'Корпус А'],
    ['Lob\u{e0041}by', 'Lobby'],
    ['👨‍👩‍👧 room 🏴󠁧󠁢󠁥󠁮󠁧󠁿', '👨‍👩‍👧 room 🏴󠁧󠁢󠁥󠁮󠁧󠁿'],
  ])('%j becomes %j', (name, expected) => {
    expect(cleanName(name, everything)).toBe(expected);
  });

  it('leaves a mixed word alone whose letters all fit both alphabets, or neither', () => {
    for (const name of ['СAT', 'Дoorя', 'Лифт PC', 'Дверь North А', 'А A'])
      expect(cleanName(name, everything)).toBe(name);
  });

  it('done twice changes nothing more, and leaves nothing of what it takes away', () => {
    fc.assert(
      fc.property(anyText, (name) => {
        const clean = cleanName(name, everything);
        expect(cleanName(clean, everything)).toBe(clean);
        const left = textIssues('name', clean).map(({ code }) => code);
        expect(left).not.toEqual(expect.arrayContaining(['double space']));
        expect(left).not.toEqual(expect.arrayContaining(['outer space']));
        expect(left).not.toEqual(expect.arrayContaining(['control character']));
        expect(left).not.toEqual(expect.arrayContaining(['invisible character']));
      }),
    );
  });

  it('does nothing that was not asked for', () => {
    const nothing = { spaces: false, invisible: false, accents: false, lookAlikes: false };
    fc.assert(
      fc.property(anyText, (name) => {
        expect(cleanName(name, nothing)).toBe(name);
      }),
    );
  });
});

describe('numbers', () => {
  it('count in the order of the list', () => {
    const rule = {
      kind: 'number',
      place: 'after',
      separator: ' ',
      digits: 2,
      numbering: { start: 9, step: 2 },
    } as const;
    expect([0, 1].map((place) => renamed(rule, 'Gate', place))).toEqual(['Gate 09', 'Gate 11']);
    expect(renamed({ ...rule, place: 'before', numbering: { start: -1, step: 1 } }, 'Gate')).toBe('-01 Gate');
  });
});

describe('a template', () => {
  const template = (text: string) => ({ kind: 'template', template: text, numbering }) as const;

  it.each([
    ['{site} – {rest} – {n:00}', 'North – Lobby – Door', 'North – Lobby – Door – 01'],
    ['{rest} ({site})', 'North - Lobby', 'Lobby (North)'],
    ['{rest}@{site}', 'North/Lobby:2', 'Lobby:2@North'],
    ['{rest}', 'Twenty-one', 'Twenty-one'],
    ['{site} – {rest}', 'Twenty-one', null],
    ['{rest} {n}', 'North – ', null],
    ['{name} {n}', '', null],
    ['', 'Lobby', ''],
    ['{id} {name} {n}', 'Lobby', '00125 Lobby 1'],
    ['{{{name}}}', 'Lobby', '{Lobby}'],
    ['$& {name}', '$1', '$& $1'],
  ])('%j of %j', (text, name, expected) => {
    expect(renamed(template(text), name)).toBe(expected);
  });

  it.each([
    ['{door} 1', 'There is no field {door}.'],
    ['{n:x}', 'There is no field {n:x}.'],
    ['{__proto__}', 'There is no field {__proto__}.'],
    ['{name', 'The template has a “{” without its other half.'],
    ['name}', 'The template has a “}” without its other half.'],
  ])('%j gets a sentence', (text, message) => {
    const compiled = compileRule(template(text));
    expect(compiled.ok ? '' : compiled.error.message).toBe(message);
  });
});
