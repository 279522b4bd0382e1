import type { ResolveHook } from 'node:module';

/** Node's loader hook: main's `electron` is the stand-in built beside this file. */
export const resolve: ResolveHook = (specifier, context, next) =>
  specifier === 'electron' || specifier === 'electron/main'
    ? { url: new URL('./electron.js', import.meta.url).href, shortCircuit: true }
    : next(specifier, context);
