/** What a cell's number format says about how its number is shown. */
export type NumberFormat =
  | { readonly kind: 'general' }
  | { readonly kind: 'date' | 'time' | 'date and time' }
  /** Digits and texts around them, such as `00000` or `"R-"000`: `pieces` from the left, `digit` for one place. */
  | { readonly kind: 'pattern'; readonly pieces: readonly FormatPiece[] };

type FormatPiece = { readonly text: string } | { readonly digit: 'always' | 'if any' };

export const general: NumberFormat = { kind: 'general' };

/** Formats that have a number and no code (ECMA-376 part 1, 18.8.30; 27 to 58 are dates of East Asia). */
export function builtInFormat(id: number): NumberFormat {
  if ((id >= 14 && id <= 17) || (id >= 27 && id <= 31) || id === 36 || (id >= 50 && id <= 58)) return { kind: 'date' };
  if (id === 22) return { kind: 'date and time' };
  if ((id >= 18 && id <= 21) || (id >= 32 && id <= 35) || (id >= 45 && id <= 47)) return { kind: 'time' };
  return general;
}

/** Reads a format's code as far as it matters for lists: dates, and digits that are filled up with zeros. */
export function parseFormat(code: string): NumberFormat {
  const [, positive = ''] = /^((?:"[^"]*"|\\.|_.|\*.|\[[^\]]*\]|[^;])*)/s.exec(code) ?? [];
  const tokens = positive.match(/"[^"]*"|\\.|_.|\*.|\[[^\]]*\]|AM\/PM|A\/P|General|./gis) ?? [];
  const codes = tokens
    .filter((token) => token.length === 1 || isElapsed(token))
    .join('')
    .toLowerCase();
  if (tokens.some((token) => /^general$/i.test(token))) return general;
  const hasDay = /[ydegb]/.test(codes);
  const hasClock = /[hs]/.test(codes);
  // An `m` is a month, unless hours or seconds stand beside it.
  if (hasDay || (/m/.test(codes) && !hasClock)) return { kind: hasClock ? 'date and time' : 'date' };
  if (hasClock) return { kind: 'time' };
  return patternOf(tokens) ?? general;
}

const isElapsed = (token: string): boolean => /^\[(h+|m+|s+)\]$/i.test(token);

/** Null for what shows a number as it is, or in a way that has nothing to do with IDs: decimals, thousands, percents. */
function patternOf(tokens: readonly string[]): NumberFormat | null {
  const pieces: FormatPiece[] = [];
  for (const token of tokens) {
    if (token === '0') pieces.push({ digit: 'always' });
    else if (token === '#') pieces.push({ digit: 'if any' });
    else if (token.startsWith('"')) pieces.push({ text: token.slice(1, -1) });
    else if (token.startsWith('\\')) pieces.push({ text: token.slice(1) });
    else if (/^[-+ ():/]$/.test(token)) pieces.push({ text: token });
    // A colour or a condition, or a space as wide as a character.
    else if (!/^[[_]/.test(token)) return null;
  }
  const zeros = pieces.filter((piece) => 'digit' in piece && piece.digit === 'always').length;
  const digits = pieces.filter((piece) => 'digit' in piece).length;
  return digits > 0 && (zeros > 1 || pieces.length > digits) ? { kind: 'pattern', pieces } : null;
}

/** A whole number's digits as a pattern shows them. More digits than places stand in the first place. */
export function patternText(digits: string, pieces: readonly FormatPiece[]): string {
  const first = pieces.findIndex((piece) => 'digit' in piece);
  let left = digits === '0' ? '' : digits;
  let text = '';
  for (let at = pieces.length - 1; at >= 0; at -= 1) {
    const piece = pieces[at];
    if (piece === undefined) continue;
    if ('text' in piece) text = piece.text + text;
    else if (at === first) text = (left === '' && piece.digit === 'always' ? '0' : left) + text;
    else {
      text = (left.at(-1) ?? (piece.digit === 'always' ? '0' : '')) + text;
      left = left.slice(0, -1);
    }
  }
  return text;
}
