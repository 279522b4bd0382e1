import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { replay, startDraft } from '../draft/draft.ts';
import { anyReader } from '../testing/any-reader.ts';
import { issueTags, phraseIssue } from './phrase-issue.ts';
import type { ReaderIssue } from './reader-issue.ts';
import { blocks, readerIssues, validateList } from './validate.ts';

const codes = (issues: readonly ReaderIssue[]) => issues.map(({ code, severity }) => `${severity}: ${code}`);

describe('readerIssues', () => {
  it.each([
    ['00125', 'Lobby South – Turnstile 2', []],
    ['6F9619FF-8B86-D011', 'Größe Tür 4 · Ångström', []],
    ['7', 'ドア 東口', []],
    ['7', '👨‍👩‍👧 family room', []],
    ['7', 'מעלית', []],
    ['', 'Lobby', ['blocks: empty id']],
    ['7', '', ['warns: empty name']],
    ['a\u0000b', 'Lobby', ['blocks: control character']],
    ['7', 'Lob\nby', ['blocks: control character']],
    ['7', 'Lob\u0085by', ['blocks: control character']],
    ['7', 'Lobby \ud83d', ['blocks: broken character']],
    [' 7', 'Lobby', ['warns: outer space']],
    ['7', 'Lobby ', ['warns: outer space']],
    ['7', 'Lobby  South', ['warns: double space']],
    ['7', 'Lob\u200bby', ['warns: invisible character']],
    ['7', 'Lobby\u00a0South', ['warns: invisible character']],
    ['7', '\u202eybboL', ['warns: invisible character']],
    ['7', 'Lоbby', ['warns: look-alike letters']],
    ['Α1', 'Lobby', []],
    ['Αb', 'Lobby', ['warns: look-alike letters']],
    ['7', 'Gate А', ['warns: look-alike letters']],
    ['DOOR-Н2', 'Lobby', ['warns: look-alike letters']],
    ['7', 'Корпус A', ['warns: look-alike letters']],
    ['7', 'Склад PC', []],
    ['7', 'Лифт North', []],
    ['7', '🏴󠁧󠁢󠁥󠁮󠁧󠁿 ❤️ room', []],
    ['7', 'Lobby\u{e0041}', ['warns: invisible character']],
    ['7', 'Lobby\u034f', ['warns: invisible character']],
    ['7', 'x'.repeat(64), []],
    ['7', 'x'.repeat(65), ['warns: long name']],
    ['7', '🚪'.repeat(64), []],
    ['7', '🚪'.repeat(65), ['warns: long name']],
  ])('of %j, %j', (id, name, expected) => {
    expect(codes(readerIssues({ id, name }))).toEqual(expected);
  });

  it('says which character and where', () => {
    expect(readerIssues({ id: '7', name: '🚪a\tb' })).toEqual([
      { code: 'control character', severity: 'blocks', field: 'name', codePoint: 9, at: 3 },
    ]);
  });

  it('has a sentence and a tag for each, whatever the text', () => {
    fc.assert(
      fc.property(anyReader, (reader) => {
        for (const issue of readerIssues(reader)) {
          expect(phraseIssue(issue)).toMatch(/^["TN\d].*\.$/s);
          expect(issueTags[issue.code].length).toBeGreaterThan(3);
        }
      }),
    );
  });
});

describe('validateList', () => {
  it('finds exact duplicates, which block, and near ones, which warn', () => {
    const ids = ['A1', 'A1', 'a1', 'A 1', 'A\u200b1', 'Ａ1', 'B2', '', 'А1'];
    const draft = startDraft({ readers: ids.map((id) => ({ id, name: 'Door' })), readAt: '2021-11-01T17:30:10.000Z' });
    const found = new Map(validateList(draft.rows).map(({ row, issues }) => [row, issues]));
    expect(found.get(0)).toContainEqual({ code: 'duplicate id', severity: 'blocks', id: 'A1', readers: 2 });
    expect(found.get(0)).toContainEqual({ code: 'near-duplicate id', severity: 'warns', id: 'A1', other: 'a1' });
    expect(found.get(2)).toEqual([{ code: 'near-duplicate id', severity: 'warns', id: 'a1', other: 'A1' }]);
    for (const row of [3, 4, 5, 8]) expect(codes(found.get(row) ?? [])).toContain('warns: near-duplicate id');
    expect(found.has(6)).toBe(false);
    expect(codes(found.get(7) ?? [])).toEqual(['blocks: empty id']);
    expect(blocks(found.get(1) ?? [])).toBe(true);
    expect(blocks(found.get(2) ?? [])).toBe(false);
  });

  it('looks at the draft, not at what it removes', () => {
    const readers = [
      { id: 'A1', name: 'Door' },
      { id: 'A1', name: 'Gate' },
    ];
    const draft = startDraft({ readers, readAt: '2021-11-01T17:30:10.000Z' });
    expect(validateList(draft.rows).length).toBe(2);
    expect(validateList(replay(draft, [{ kind: 'delete', rows: [1] }]).rows)).toEqual([]);
  });
});
