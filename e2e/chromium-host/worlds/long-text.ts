// These functions are also sent to the page as source text: they must not use anything but their parameters.

/** A text that crosses the DevTools protocol: as it is, or deflated and in base64 behind this mark, which no JSON begins with. */
export const deflatedMark = '~';

/**
 * The protocol takes longer over a long text than packing it does: 1.3 s for the 6 MB of 100,000 readers, where a deflated
 * text took 0.1 s. Bytes are written into the streams: out of a Blob they come 20 ms later.
 */
export const longCharacters = 50_000;

export async function deflated(text: string): Promise<string> {
  const { readable, writable } = new CompressionStream('deflate-raw');
  const writer = writable.getWriter();
  const written = Promise.all([writer.write(new TextEncoder().encode(text)), writer.close()]);
  const bytes = new Uint8Array(await new Response(readable).arrayBuffer());
  await written;
  let binary = '';
  for (let at = 0; at < bytes.length; at += 8_192) binary += String.fromCharCode(...bytes.subarray(at, at + 8_192));
  return btoa(binary);
}

export async function inflated(base64: string): Promise<string> {
  const binary = atob(base64);
  const bytes = new Uint8Array(binary.length);
  for (let at = 0; at < binary.length; at += 1) bytes[at] = binary.charCodeAt(at);
  const { readable, writable } = new DecompressionStream('deflate-raw');
  const writer = writable.getWriter();
  const written = Promise.all([writer.write(bytes), writer.close()]);
  const text = await new Response(readable).text();
  await written;
  return text;
}

/**
 * What is handed in goes on in the order it came: at once, but for what has to be made ready first and what comes after
 * that. `ready` answers null where nothing has to be done.
 */
export function inOrder(ready: (text: string) => Promise<string> | null, take: (text: string) => void) {
  let last: Promise<void> | null = null;
  return (text: string): void => {
    const making = ready(text);
    if (!making && !last) {
      take(text);
      return;
    }
    const turn: Promise<void> = Promise.all([making ?? text, last]).then(([made]) => {
      if (last === turn) last = null;
      take(made);
    });
    last = turn;
  };
}
