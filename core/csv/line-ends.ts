const loneReturn = /\r(?!\n)/;
const beginsWithLfcr = /^[^\r\n]*\n\r(?!\n)/;

/**
 * The text with line feeds for line ends, where it ends lines in a way that CSV does not know: some in CR beside others,
 * or in LFCR. Line breaks within quotes stay. A text in LF, CRLF, both, or only CR comes back as it is.
 */
export function withKnownLineEnds(text: string, hasQuotes: boolean): string {
  if (!text.includes('\n') || !loneReturn.test(text)) return text;
  const lineEnd = beginsWithLfcr.test(text) ? /\n\r|\r\n|\r/g : /\r\n|\r/g;
  if (!hasQuotes) return text.replace(lineEnd, '\n');
  // Every second piece is outside quotes.
  const pieces = text.split('"');
  const isMixed = pieces.some((piece, index) => index % 2 === 0 && loneReturn.test(piece));
  if (!isMixed) return text;
  return pieces.map((piece, index) => (index % 2 === 0 ? piece.replace(lineEnd, '\n') : piece)).join('"');
}
