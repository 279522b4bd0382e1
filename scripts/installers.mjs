/**
 * What electron-builder makes installers from. They are never published from here and the app does not update itself:
 * docs/decisions/0010-installers.md says why, and what is signed.
 * @type {import('electron-builder').Configuration}
 */
export const installers = {
  // The same as in electron/app/app-id.ts, by which Windows knows the running app from its shortcut.
  appId: 'app.reader-desk',
  productName: 'Reader Desk',
  copyright: 'Copyright © The Reader Desk team',
  // biome-ignore lint/suspicious/noTemplateCurlyInString: electron-builder fills these in.
  artifactName: '${name}-${version}-${os}-${arch}.${ext}',
  directories: { buildResources: 'assets', output: 'release' },
  icon: 'icon.png',

  // The three bundles carry everything they import, so that no package is packed beside them.
  files: ['dist/main/**', 'dist/preload/**', 'dist/renderer/**', '!**/*.map'],
  beforeBuild: async () => false,
  // What a Debian package must name: where its users find help.
  extraMetadata: { homepage: 'https://help.camio.com/' },
  publish: null,

  electronFuses: {
    runAsNode: false,
    enableNodeOptionsEnvironmentVariable: false,
    enableNodeCliInspectArguments: false,
    grantFileProtocolExtraPrivileges: false,
    // The app keeps no cookies, and their key would be asked of the keychain at every start.
    enableCookieEncryption: false,
    onlyLoadAppFromAsar: true,
    enableEmbeddedAsarIntegrityValidation: true,
    // Setting fuses breaks the signature that Electron comes with, and Apple's processors start nothing without one.
    resetAdHocDarwinSignature: true,
  },

  // Installs for the person who runs it, without a question and without an administrator's rights.
  win: { target: 'nsis' },
  nsis: { oneClick: true, perMachine: false, packElevateHelper: false, differentialPackage: false },

  mac: { target: ['dmg', 'zip'], category: 'public.app-category.business', darkModeSupport: true },
  dmg: { writeUpdateInfo: false },

  linux: {
    target: ['AppImage', 'deb'],
    executableName: 'reader-desk',
    syncDesktopName: true,
    maintainer: 'The Reader Desk team <no-reply@reader-desk.invalid>',
    synopsis: 'Edit and push the list of badge readers for Camio',
    category: 'Office',
    desktop: { entry: { Keywords: 'badge;reader;door;access;camio;' } },
  },
  // By default a tray icon's library, which the app has no use for.
  deb: { recommends: [] },
  // Its older tools start every AppImage without Chromium's sandbox, and need libfuse2, which newer systems lack.
  toolsets: { appimage: '1.0.3' },
};
