import { exhaustive } from '../result.ts';
import { counted, formatCount } from '../text/amounts.ts';
import type { Flaw, Mended, Verification } from './verify.ts';

/** What verifying the log found, in a sentence. */
export function phraseVerification({ lines, flaw, mended }: Verification): string {
  if (flaw) return phraseFlaw(flaw);
  return mended === undefined ? phraseIntact(lines) : `${phraseIntact(lines)} ${mendedTexts[mended]}`;
}

/** A crash leaves these, so nobody is blamed for them. */
const mendedTexts: Record<Mended, string> = {
  'torn line':
    'Reader Desk, or this computer, had stopped in the middle of writing a line; that line was not complete and was left out.',
  'last line':
    'Reader Desk, or this computer, had stopped right after the last line was written; the record of how far the log goes was brought up to it.',
};

function phraseIntact(lines: number): string {
  if (lines === 0) return 'Nothing has been written down yet.';
  return lines === 1
    ? `The one line fits its seal. ${limit}`
    : `All ${number(lines)} lines fit together: no line was changed or removed by itself. ${limit}`;
}

/** The chain has no secret, so it cannot show more. */
const limit = 'Someone who can write to the data folder could still have rebuilt the whole log.';

function phraseFlaw(flaw: Flaw): string {
  switch (flaw.code) {
    case 'changed':
      return `Line ${number(flaw.line)} was changed after it was written: its contents do not match its seal.`;
    case 'removed before':
      return `${linesWere(flaw.count, 'removed')} before line ${number(flaw.line)}: the line does not follow the one before it.`;
    case 'out of place':
      return `Line ${number(flaw.line)} is out of place: it was written as line ${number(flaw.number)}.`;
    case 'exchanged':
      return `Line ${number(flaw.line)} was exchanged for another: it is not the line that stood there.`;
    case 'head was lost before':
      return `The record of how far the log went was lost before line ${number(flaw.line)} was written, so lines may have been removed before it.`;
    case 'removed at the end':
      return `${linesWere(flaw.count, 'removed')} at the end of the log: ${flaw.line === 0 ? 'nothing is left' : `it ends after line ${number(flaw.line)}`}.`;
    case 'added at the end':
      return `${linesWere(flaw.count, 'added')} from line ${number(flaw.line)} on that Reader Desk did not write.`;
    case 'head is lost':
      return 'The record of how far the log goes is missing, so it cannot be told whether lines were removed at its end.';
    default:
      return exhaustive(flaw);
  }
}

const number = (value: number) => formatCount(value);

const linesWere = (count: number, done: string) => counted(count, `line was ${done}`, `lines were ${done}`);
