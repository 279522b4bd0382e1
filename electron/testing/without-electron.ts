import { register } from 'node:module';

/**
 * For tests: lets libraries that import `electron` load in plain Node, where the package would start downloading its
 * binary. Call before importing them; they see what they see outside Electron's processes, a module without an app.
 */
export function withoutElectron(): void {
  const hook = `
    export const resolve = (specifier, context, next) =>
      specifier === 'electron'
        ? { url: 'data:text/javascript,export default {}', format: 'module', shortCircuit: true }
        : next(specifier, context);`;
  register(`data:text/javascript,${encodeURIComponent(hook)}`);
}
