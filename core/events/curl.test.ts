import fc from 'fast-check';
import { expect, test } from 'vitest';
import { curlCommand } from './curl.ts';
import { encodeEvent } from './event-body.ts';

const url = 'https://camio.com/api/integrations/pacs/webhooks';

test('is a command a person would type, with the token left to a variable', () => {
  expect(curlCommand({ url, body: '{"actor_name":"O\'Neil"}' })).toBe(
    [
      `curl --request POST '${url}' \\`,
      '  --header "Authorization: Bearer $CAMIO_TOKEN" \\',
      "  --header 'Content-Type: application/json' \\",
      `  --data-raw '{"actor_name":"O'\\''Neil"}'`,
    ].join('\n'),
  );
});

test('a POSIX shell reads every body back word for word', () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom("'", "';rm -rf ~;'", '$(id)', '`id`', '\\', '!!', '"'),
  );
  fc.assert(
    fc.property(text, text, (actorName, label) => {
      const body = encodeEvent(
        { readerId: '1', timestamp: '', eventType: null, labels: [label], actorId: '', actorName },
        { eventEnvelope: 'flat' },
      );
      expect(shellWords(curlCommand({ url, body }))).toEqual([
        'curl',
        '--request',
        'POST',
        url,
        '--header',
        'Authorization: Bearer $CAMIO_TOKEN',
        '--header',
        'Content-Type: application/json',
        '--data-raw',
        body,
      ]);
    }),
  );
});

/**
 * Splits a command as a POSIX shell does (Shell Command Language, 2.2 Quoting), leaving variables unexpanded. Anything
 * unquoted that a shell would act on is an error.
 */
function shellWords(command: string): string[] {
  const words: string[] = [];
  const piece = /\\\n|\\(.)|'([^']*)'|"([^"\\`]*)"|([\w./:=-]+)|([ \n]+)|(.)/gsu;
  let word: string | null = null;
  for (const [whole, escaped, single, double, plain, space, other] of command.matchAll(piece)) {
    if (whole === '\\\n') continue;
    if (other !== undefined) throw new Error(`A shell would act on ${JSON.stringify(other)}.`);
    if (space !== undefined) {
      if (space.includes('\n')) throw new Error('A shell would end the command at the line break.');
      if (word !== null) words.push(word);
      word = null;
    } else word = (word ?? '') + (escaped ?? single ?? double ?? plain ?? '');
  }
  return word === null ? words : [...words, word];
}
