import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AuditEntry } from './audit-entry.ts';
import {
  emptyHead,
  finishedLines,
  type Hash,
  type Head,
  readEntry,
  readLink,
  sealAfterLoss,
  sealLine,
} from './chain.ts';
import { phraseVerification } from './phrase-verification.ts';
import { verifyLog } from './verify.ts';

const hash: Hash = (text) => createHash('sha256').update(text).digest('hex');

const entry = (name: string): AuditEntry => ({
  at: '2021-11-01T17:30:10.000Z',
  user: 'kim',
  app: '0.1.0',
  connection: { id: 'harbor', name },
  account: 'ops@harbor.example',
  act: { kind: 'token set' },
});

/** A log of entries with the given names, and its head. */
function logOf(names: readonly string[], start: Head = emptyHead) {
  let head = start;
  const lines = names.map((name) => {
    const sealed = sealLine(entry(name), head, hash);
    head = sealed.head;
    return sealed.line;
  });
  return { lines, head };
}

function verify(lines: readonly string[], head: Head | null) {
  const links = finishedLines(lines.join('')).map((line) => readLink(line, hash));
  return verifyLog(links, head);
}

const names = fc.array(fc.string(), { minLength: 3, maxLength: 12 });

describe('a log', () => {
  it('is intact as it was written, and reads back as it was', () => {
    fc.assert(
      fc.property(names, (all) => {
        const { lines, head } = logOf(all);
        expect(verify(lines, head)).toEqual({ lines: all.length, flaw: null });
        expect(finishedLines(lines.join('')).map(readEntry)).toEqual(all.map(entry));
      }),
    );
  });

  it('shows any changed byte, and in which line', () => {
    fc.assert(
      fc.property(names, fc.nat(), fc.nat(), (all, at, where) => {
        const { lines, head } = logOf(all);
        const index = at % lines.length;
        const line = lines[index] ?? '';
        const place = where % (line.length - 1);
        lines[index] = `${line.slice(0, place)}${line[place] === 'x' ? 'y' : 'x'}${line.slice(place + 1)}`;
        expect(verify(lines, head).flaw).toEqual({ code: 'changed', line: index + 1 });
      }),
    );
  });

  it('shows any removed line', () => {
    fc.assert(
      fc.property(names, fc.nat(), (all, at) => {
        const { lines, head } = logOf(all);
        const index = at % lines.length;
        const isLast = index === lines.length - 1;
        lines.splice(index, 1);
        expect(verify(lines, head).flaw).toEqual(
          isLast
            ? { code: 'removed at the end', line: lines.length, count: 1 }
            : { code: 'removed before', line: index + 1, count: 1 },
        );
      }),
    );
  });

  it('shows any two lines that changed places', () => {
    fc.assert(
      fc.property(names, fc.nat(), fc.nat(), (all, one, other) => {
        const { lines, head } = logOf(all);
        const [low = 0, high = 0] = [one % lines.length, other % lines.length].sort((a, b) => a - b);
        fc.pre(low !== high);
        [lines[low], lines[high]] = [lines[high] ?? '', lines[low] ?? ''];
        expect(verify(lines, head).flaw).toMatchObject({ code: 'removed before', line: low + 1 });
      }),
    );
  });

  it('shows a line that was written anew with a fitting seal', () => {
    const { lines, head } = logOf(['a', 'b', 'c']);
    const forged = logOf(['a', 'x']).lines[1] ?? '';
    expect(verify([lines[0] ?? '', forged, lines[2] ?? ''], head).flaw).toEqual({ code: 'exchanged', line: 2 });
    expect(verify(logOf(['a', 'b', 'x']).lines, head).flaw).toEqual({ code: 'exchanged', line: 3 });
  });

  it('shows a line that is there twice', () => {
    const { lines, head } = logOf(['a', 'b']);
    expect(verify([...lines, lines[1] ?? ''], head).flaw).toEqual({ code: 'out of place', line: 3, number: 2 });
  });

  it('shows lines that were added after the last one', () => {
    const { lines, head } = logOf(['a', 'b']);
    expect(verify([...lines, ...logOf(['c'], head).lines], head).flaw).toEqual({
      code: 'added at the end',
      line: 3,
      count: 1,
    });
  });

  it('shows that it was emptied, and goes on showing it', () => {
    const { head } = logOf(['a', 'b']);
    expect(verify([], head).flaw).toEqual({ code: 'removed at the end', line: 0, count: 2 });
    const later = logOf(['c'], head);
    expect(verify(later.lines, later.head).flaw).toEqual({ code: 'removed before', line: 1, count: 2 });
  });

  it('shows that its head was lost, and goes on showing it', () => {
    const { lines } = logOf(['a', 'b']);
    expect(verify(lines, null).flaw).toEqual({ code: 'head is lost' });
    const next = sealAfterLoss(entry('c'), 2, hash);
    expect(verify([...lines, next.line], next.head).flaw).toEqual({ code: 'head was lost before', line: 3 });
  });

  it('shows that lines were added to it before its first', () => {
    expect(verify(logOf(['a']).lines, emptyHead).flaw).toEqual({ code: 'added at the end', line: 1, count: 1 });
  });

  it('leaves out a last line that was never finished', () => {
    const { lines, head } = logOf(['a', 'b']);
    const torn = (logOf(['c'], head).lines[0] ?? '').slice(0, -1);
    expect(verify([...lines, torn], head).flaw).toBeNull();
  });

  it('keeps its chain over a line that a newer version wrote', () => {
    const { lines, head } = logOf(['a']);
    const json = JSON.stringify({ version: 2, number: 2, previous: head.seal, act: { kind: 'new kind' } });
    const newer = { line: `${hash(json)} ${json}\n`, head: { number: 2, seal: hash(json) } };
    const last = sealLine(entry('c'), newer.head, hash);
    const all = [...lines, newer.line, last.line];
    expect(verify(all, last.head).flaw).toBeNull();
    expect(readEntry(newer.line)).toBeNull();
  });
});

describe('phraseVerification', () => {
  it.each([
    [0, null, 'Nothing has been written down yet.'],
    [
      1,
      null,
      'The one line fits its seal. Someone who can write to the data folder could still have rebuilt the whole log.',
    ],
    [
      1_284,
      null,
      'All 1,284 lines fit together: no line was changed or removed by itself. Someone who can write to the data folder could still have rebuilt the whole log.',
    ],
    [
      9,
      { code: 'removed before', line: 4, count: 2 } as const,
      '2 lines were removed before line 4: the line does not follow the one before it.',
    ],
    [
      9,
      { code: 'removed at the end', line: 9, count: 1 } as const,
      '1 line was removed at the end of the log: it ends after line 9.',
    ],
  ])('says what was found among %i lines', (lines, flaw, sentence) => {
    expect(phraseVerification({ lines, flaw })).toBe(sentence);
  });
});
