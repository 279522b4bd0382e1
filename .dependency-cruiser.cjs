const nodeBuiltIns = { dependencyTypes: ['core'] };

/** Tests, and what only they need. */
const testOnly = '(\\.test\\.tsx?$|/testing/)';

/**
 * The folders of each room, from the ground up: a folder imports only folders that stand before it, so no two can need
 * each other. '.' is the room's own files. A new folder is named here, after every folder it imports.
 */
const order = {
  core: `. text csv html time settings diagnostics practice readers checks draft takeover
    camio connections sign-in events simulator export history import rename sweep push cameras
    suggestions worksheet clipboard commissioning audit ipc`,
  electron: `store store/journalled camio process app secrets settings ipc window print spreadsheet workbook practice rename
    connections consent sign-in draft cameras history takeover push events sweep import export worksheet commissioning
    audit diagnostics .`,
  renderer: `styles ipc grid request ui time window sessions draft cameras settings connections history list-loss takeover
    import export rename clipboard push events worksheet review commissioning camera-plan readers app .`,
  e2e: 'test-data chromium-host/worlds chromium-host contract launch pages fixtures screenshots tour .',
  bench: 'measure core journal kills sweep window/ag-grid window import plan .',
};
const rooms = Object.entries(order).map(([room, folders]) => [room, folders.split(/\s+/)]);

/** A pattern for the files that lie directly in a folder of a room. */
const filesOf = (room, folder) => `^${room}/${folder === '.' ? '' : `${folder}/`}[^/]+$`;

const fromTheGroundUp = rooms.flatMap(([room, folders]) =>
  folders.slice(0, -1).map((folder, at) => ({
    name: `${room}-from-the-ground-up`,
    comment: `${room}/${folder} stands below the folder it imports (see "order" here): move what both need below both, or pass it in as an argument.`,
    severity: 'error',
    from: { path: filesOf(room, folder), pathNot: testOnly },
    to: { path: folders.slice(at + 1).map((later) => filesOf(room, later)), pathNot: testOnly },
  })),
);

const foldersAreListed = rooms.map(([room, folders]) => ({
  name: `${room}-folders-are-listed`,
  comment: 'A new folder: name it in "order" in .dependency-cruiser.cjs, after every folder it imports.',
  severity: 'error',
  from: { path: `^${room}/`, pathNot: [testOnly, ...folders.map((folder) => filesOf(room, folder))] },
  to: {},
}));

/** What features of the window share, and features whose components others may show. */
const shared = 'app|grid|ipc|request|sessions|styles|time|ui|window';
const shownByOthers = 'connections|draft|history|list-loss|push|takeover|worksheet';

/** Which room may import from which. Every rule says what to do instead. */
module.exports = {
  forbidden: [
    ...fromTheGroundUp,
    ...foldersAreListed,
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
      comment: 'The window reaches the machine only through the calls of core/ipc: add one there.',
      severity: 'error',
      from: { path: '^renderer/', pathNot: '\\.test\\.tsx?$' },
      to: { path: ['^(electron|e2e|scripts)/', '^node_modules/(electron|electron-store)/'] },
    },
    {
      name: 'renderer-has-no-node',
      comment: 'The window has no Node: add a call to core/ipc and do it in electron/.',
      severity: 'error',
      from: { path: '^renderer/', pathNot: '\\.test\\.tsx?$' },
      to: nodeBuiltIns,
    },
    {
      name: 'features-keep-their-screens',
      comment:
        'A feature may use the hooks and phrases of another, not its components: shared ones belong in renderer/ui.',
      severity: 'error',
      from: { path: `^renderer/((?!(?:${shared})/)[^/]+)/`, pathNot: testOnly },
      to: { path: `^renderer/(?!(?:${shared}|${shownByOthers})/)[^/]+/[A-Z][^/]*\\.tsx$`, pathNot: '^renderer/$1/' },
    },
    {
      name: 'main-has-no-window',
      comment: 'Main tells the window things through events of core/ipc; what both need belongs in core/.',
      severity: 'error',
      from: { path: '^electron/' },
      to: { path: ['^(renderer|e2e|scripts)/', '^node_modules/(react|react-dom)/'] },
    },
    {
      name: 'preload-is-light',
      comment: 'The preload runs before the page in a sandbox: the names of core/ipc/names.ts and nothing else.',
      severity: 'error',
      from: { path: '^electron/preload\\.ts$' },
      to: { pathNot: ['^core/ipc/names\\.ts$', '^node_modules/electron/', '^electron$'] },
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
