import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { CDPSession } from 'playwright';
import { whileOpen } from './while-open.ts';
import { deflated, deflatedMark, inflated, inOrder, longCharacters } from './worlds/long-text.ts';
import { pageWorld } from './worlds/page-world.ts';
import { pack, unpack } from './worlds/plain-data.ts';
import { preloadWorld, type ToMain, type ToPreload } from './worlds/preload-world.ts';

/** Main's end of the line to one page's preload. */
export interface PreloadLink {
  /** To the document in view, or to the one a message came from; a document that has gone hears nothing, as in Electron. */
  deliver(message: ToPreload, document?: number): void;
}

const names = { binding: 'chromiumHostToMain', deliver: 'chromiumHostDeliver' };
const world = 'preload';

/**
 * Puts the preload into every document the page will load, in a world of its own and before any of the page's scripts.
 * `receive` gets what it tells main, with the document it comes from.
 */
export async function linkPreload(
  cdp: CDPSession,
  preloadFile: string,
  receive: (message: ToMain, document: number) => void,
): Promise<PreloadLink> {
  let inView: number | null = null;
  cdp.on('Runtime.bindingCalled', ({ name, payload, executionContextId }) => {
    if (name !== names.binding) return;
    const message: ToMain = JSON.parse(arrived(payload));
    if (message.kind === 'hello') inView = executionContextId;
    receive(message, executionContextId);
  });
  await cdp.send('Page.enable');
  await cdp.send('Runtime.enable');
  await cdp.send('Runtime.addBinding', { name: names.binding, executionContextName: world });
  const secret = randomUUID();
  await cdp.send('Page.addScriptToEvaluateOnNewDocument', {
    source: `(${pageWorld})(${JSON.stringify(secret)}, ${pack}, ${unpack});`,
  });
  const parts = [pack, unpack, deflated, inflated, inOrder].join(', ');
  const preload = `function (require, module, exports) {\n${await readFile(preloadFile, 'utf8')}\n}`;
  await cdp.send('Page.addScriptToEvaluateOnNewDocument', {
    source: `(${preloadWorld})(${JSON.stringify({ secret, deflatedMark, longCharacters, ...names })}, ${parts}, ${preload});`,
    worldName: world,
  });
  return {
    deliver(message, document) {
      const executionContextId = document ?? inView;
      if (executionContextId === null) return;
      const call = {
        functionDeclaration: `(text) => ${names.deliver}(text)`,
        executionContextId,
        arguments: [{ value: leaving(JSON.stringify(message)) }],
      };
      whileOpen(cdp.send('Runtime.callFunctionOn', call));
    },
  };
}

function leaving(text: string): string {
  return text.length < longCharacters ? text : deflatedMark + deflateRawSync(text, { level: 1 }).toString('base64');
}

function arrived(text: string): string {
  if (!text.startsWith(deflatedMark)) return text;
  return inflateRawSync(Buffer.from(text.slice(deflatedMark.length), 'base64')).toString();
}
