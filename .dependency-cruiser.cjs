const nodeBuiltIns = { dependencyTypes: ['core'] };

/** Tests, and what only they need: fixtures, arbitraries, stand-ins for main. */
const testOnly = '(\\.(arbitrary|fixture|test)|-stand-in|/component-test)\\.tsx?$';

/** A folder of the window that is one of the product's nouns; the others are what features share. */
const feature = '(?!(?:app|request|styles|time|ui)/)[^/]+';

/** Which room may import from which. Every rule says what to do instead. */
module.exports = {
  forbidden: [
    {
      name: 'core-is-pure',
      comment: 'core/ holds values in, values out: pass what it needs of Electron, the window or tests as an argument.',
      severity: 'error',
      from: { path: '^core/', pathNot: '\\.test\\.ts$' },
      to: { path: ['^(electron|renderer|e2e|scripts)/', '^node_modules/(electron|electron-store|react|react-dom)/'] },
    },
    {
      name: 'core-has-no-node',
      comment: 'core/ also runs in the window: pass files, clocks and randomness in from electron/.',
      severity: 'error',
      from: { path: '^core/', pathNot: '\\.test\\.ts$' },
      to: nodeBuiltIns,
    },
    {
      name: 'renderer-asks-main',
      comment: 'The window reaches the machine only through the calls of core/ipc.ts: add one there.',
      severity: 'error',
      from: { path: '^renderer/', pathNot: '\\.test\\.tsx?$' },
      to: { path: ['^(electron|e2e|scripts)/', '^node_modules/(electron|electron-store)/'] },
    },
    {
      name: 'renderer-has-no-node',
      comment: 'The window has no Node: add a call to core/ipc.ts and do it in electron/.',
      severity: 'error',
      from: { path: '^renderer/', pathNot: '\\.test\\.tsx?$' },
      to: nodeBuiltIns,
    },
    {
      name: 'features-keep-their-screens',
      comment:
        'A feature may use the hooks and phrases of another, not its components: shared ones belong in renderer/ui.',
      severity: 'error',
      from: { path: `^renderer/(${feature})/`, pathNot: testOnly },
      to: { path: `^renderer/${feature}/[A-Z][^/]*\\.tsx$`, pathNot: '^renderer/$1/' },
    },
    {
      name: 'main-has-no-window',
      comment: 'Main tells the window things through events of core/ipc.ts; what both need belongs in core/.',
      severity: 'error',
      from: { path: '^electron/' },
      to: { path: ['^(renderer|e2e|scripts)/', '^node_modules/(react|react-dom)/'] },
    },
    {
      name: 'preload-is-light',
      comment: 'The preload runs before the page in a sandbox: the names of core/ipc-names.ts and nothing else.',
      severity: 'error',
      from: { path: '^electron/preload\\.ts$' },
      to: { pathNot: ['^core/ipc-names\\.ts$', '^node_modules/electron/', '^electron$'] },
    },
    {
      name: 'product-does-not-know-tests',
      comment: 'Product code never imports a test or what only tests need.',
      severity: 'error',
      from: { path: '^(core|electron|renderer)/', pathNot: testOnly },
      to: { path: testOnly },
    },
    {
      name: 'no-circles',
      comment: 'Two files that need each other are one idea, or hide a third.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'no-unlisted-package',
      comment: 'Add the package to package.json.',
      severity: 'error',
      from: {},
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    enhancedResolveOptions: { extensions: ['.ts', '.tsx', '.mjs', '.js', '.cjs', '.json', '.css'] },
  },
};
