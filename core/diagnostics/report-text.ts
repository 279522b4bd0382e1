import type { Diagnostics } from './diagnostics.ts';

/** Text that must not be in a report, and what is written in its place: the user's name, folders named after them. */
export type PrivateText = readonly [text: string, standIn: string];

const email = /[^\s@<>()]+@[^\s@<>()]*[^\s@<>().,;:]/g;

/**
 * The checks as plain text to send to whoever helps. `facts` are its first lines, e.g. the versions. Email addresses and
 * the private texts, in the order given, are replaced; connections go by a number.
 */
export function formatReport(
  { checkedAt, groups }: Diagnostics,
  facts: readonly string[],
  privateTexts: readonly PrivateText[],
): string {
  const lines = [...facts, `Checked at ${checkedAt}`];
  for (const { anonymousTitle, steps } of groups) {
    lines.push('', anonymousTitle);
    for (const { name, outcome, message } of steps) lines.push(`- ${name}: ${outcome}. ${message}`);
  }
  return `${lines.map((line) => withoutPrivateTexts(line, privateTexts)).join('\n')}\n`;
}

function withoutPrivateTexts(line: string, privateTexts: readonly PrivateText[]): string {
  return privateTexts.reduce(
    (text, [secret, standIn]) => (secret === '' ? text : text.replaceAll(secret, standIn)),
    line.replace(email, '<email>'),
  );
}
