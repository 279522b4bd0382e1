import { extname, join, resolve, sep } from 'node:path';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
};

export interface BundleFile {
  readonly path: string;
  readonly contentType: string;
}

/**
 * The file under `root` that an address of the app means, or null: an unknown kind of file, another host, a path that
 * cannot be decoded, or one that leads out of `root` (`%2f..` survives the URL parser).
 */
export function bundleFile(root: string, url: string, host: string): BundleFile | null {
  if (!URL.canParse(url)) return null;
  const { host: askedHost, pathname } = new URL(url);
  if (askedHost !== host) return null;
  const decoded = decode(pathname);
  if (decoded === null || /[\0\\:]/.test(decoded)) return null;
  const path = resolve(join(root, decoded === '/' ? 'index.html' : decoded));
  if (!path.startsWith(resolve(root) + sep)) return null;
  const contentType = types[extname(path)];
  return contentType === undefined ? null : { path, contentType };
}

function decode(pathname: string): string | null {
  try {
    return decodeURIComponent(pathname);
  } catch {
    return null;
  }
}
