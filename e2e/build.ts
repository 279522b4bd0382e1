import { buildApp, buildHost } from '../scripts/build.mjs';

/** Before the first spec: what is tested is what stands in the sources. */
export default async function build(): Promise<void> {
  if (!(await buildApp()) || !(await buildHost())) throw new Error('The build failed; its message is above.');
}
