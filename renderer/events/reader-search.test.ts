import { describe, expect, it } from 'vitest';
import { startDraft } from '../../core/draft/draft.ts';
import type { Reader } from '../../core/readers/reader.ts';
import { findReaders, searchableReaders } from './reader-search.ts';

const readAt = '2026-01-05T09:00:00.000Z';
const campus = [
  { id: '00125', name: 'Lobby South – Turnstile 2' },
  { id: '00126', name: 'South Lobby' },
  { id: 'b-2041', name: 'Büro Süd; Tür 2' },
  { id: 'lobby', name: 'Loading Dock' },
  { id: '00127', name: 'Annex Lobby' },
];

function find(text: string, readers: readonly Reader[] = campus, limit = 50) {
  const { best, more } = findReaders(searchableReaders(startDraft({ readers, readAt })), text, limit);
  return { names: best.map(({ name }) => name), more };
}

describe('searching a reader', () => {
  it('puts the reader that is meant first, then beginnings, then words', () => {
    expect(find('lobby').names).toEqual(['Loading Dock', 'Lobby South – Turnstile 2', 'South Lobby', 'Annex Lobby']);
  });

  it('finds without accents and case, in id and name', () => {
    expect(find('BURO').names).toEqual(['Büro Süd; Tür 2']);
    expect(find('B-20').names).toEqual(['Büro Süd; Tür 2']);
  });

  it('finds words in any order', () => {
    expect(find('turnstile south').names).toEqual(['Lobby South – Turnstile 2']);
  });

  it('gives all readers in list order for no text', () => {
    expect(find('  ').names).toEqual(campus.map(({ name }) => name));
  });

  it('gives no more than the limit and says how many more there are, best first even so', () => {
    const doors = Array.from({ length: 200 }, (_, number) => ({ id: `x${number}`, name: `Back Door ${number}` }));
    const { names, more } = find('door', [...doors, { id: 'y', name: 'Door' }], 50);
    expect(names).toHaveLength(50);
    expect(names[0]).toBe('Door');
    expect(more).toBe(151);
  });

  it('keeps readers apart whose names have line breaks or begin with an accent', () => {
    const odd = [
      { id: '1', name: 'Gate\nNorth' },
      { id: '2', name: '\u0301Dock' },
      { id: '3', name: 'Roof' },
    ];
    expect(find('gate north', odd).names).toEqual(['Gate\nNorth']);
    expect(find('dock', odd).names).toEqual(['\u0301Dock']);
    expect(find('roof', odd).names).toEqual(['Roof']);
    expect(find('x', []).names).toEqual([]);
  });

  it('leaves out readers that Camio does not hold yet and keeps those it still holds', () => {
    const draft = startDraft({ readers: campus, readAt });
    const rows = draft.rows.with([
      [0, { base: campus[0] ?? null, mine: null }],
      [campus.length, { base: null, mine: { id: 'new', name: 'New Door' } }],
    ]);
    const { readers } = searchableReaders({ ...draft, rows });
    expect(readers).toEqual(campus);
  });
});
