import { execFileSync } from 'node:child_process';
import { expect, it } from 'vitest';
import { hostNode, nodeInUse } from './host-node.mjs';

it('is a Node that runs, and says which', () => {
  const { path, version } = hostNode();
  expect(execFileSync(path, ['--version'], { encoding: 'utf8' }).trim()).toBe(`v${version}`);
  expect(nodeInUse()).toContain(`Node ${version}, `);
  expect(nodeInUse()).toContain(version.startsWith('24.') ? 'the major version in Electron' : 'though Electron has');
});
