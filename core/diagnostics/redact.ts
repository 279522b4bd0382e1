/** Text that must not leave the computer, and what is written in its place: the user's name, folders named after them. */
export type PrivateText = readonly [text: string, standIn: string];

const email = /[^\s@<>()]+@[^\s@<>()]*[^\s@<>().,;:]/g;

/** `text` without email addresses and the private texts, which are replaced in the order given. */
export function withoutPrivateTexts(text: string, privateTexts: readonly PrivateText[]): string {
  return privateTexts.reduce(
    (rest, [secret, standIn]) => (secret === '' ? rest : rest.replaceAll(secret, standIn)),
    text.replace(email, '<email>'),
  );
}

const frame = /^\s+at /;
/** What follows is the secret itself, to the end of the line: a token may have been pasted with spaces. */
const credential = /\b(authorization|bearer|basic|token|password|secret)\b(["']?\s*[:=]\s*|\s+)\S.*$/gim;
/** Values stand in quotes in the messages of Node, V8, zod and this app. V8's names of properties are no values. */
const quoted = /(reading |setting |^)?("[^"]*"?|“[^”]*”?|(?<![\p{L}\p{N}])'[^']*'?|`[^`]*`?)/gmu;
/** As long as a token is; one without a digit is a word or a path. */
const long = /[\w.~+/-]{24,}={0,2}/g;

/**
 * An entry of the log file without what a person or Camio said: quoted values, credentials, addresses, private texts. Lines
 * of a stack name files of the app and nothing else, so only their folders are hidden.
 */
export function redactedForLog(text: string, privateTexts: readonly PrivateText[]): string {
  const lines = text.split('\n').map((line) => (frame.test(line) ? line : redactedLine(line)));
  return withoutPrivateTexts(lines.join('\n'), privateTexts);
}

function redactedLine(line: string): string {
  return line
    .replace(credential, '$1 …')
    .replace(quoted, (whole, property: string | undefined) => (property ? whole : '“…”'))
    .replace(long, (text) => (/\d/.test(text) ? '…' : text));
}
