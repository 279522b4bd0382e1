import type { Diagnostics } from './diagnostics.ts';
import { type PrivateText, withoutPrivateTexts } from './redact.ts';

/**
 * The checks as plain text to send to whoever helps. `facts` are its first lines, e.g. the versions. Email addresses and
 * the private texts, in the order given, are replaced; connections go by a number. The last lines of the log come last.
 */
export function formatReport(
  { checkedAt, groups }: Diagnostics,
  facts: readonly string[],
  privateTexts: readonly PrivateText[],
  logLines: readonly string[] = [],
): string {
  const lines = [...facts, `Checked at ${checkedAt}`];
  for (const { anonymousTitle, steps } of groups) {
    lines.push('', anonymousTitle);
    for (const { name, outcome, message } of steps) lines.push(`- ${name}: ${outcome}. ${message}`);
  }
  if (logLines.length > 0) lines.push('', 'Last lines of the log', ...logLines);
  return `${lines.map((line) => withoutPrivateTexts(line, privateTexts)).join('\n')}\n`;
}
