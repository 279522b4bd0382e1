import { app, protocol } from 'electron';
import { appCases } from './app-cases.ts';
import { netCases } from './net-cases.ts';

// Runs inside Electron, or inside its stand-in, and prints a line of JSON for each case.

protocol.registerSchemesAsPrivileged([{ scheme: 'contract', privileges: { standard: true, secure: true } }]);
app.on('window-all-closed', () => {
  // It ends with the last case.
});
app.whenReady().then(async () => {
  for (const { name, run } of [...netCases, ...appCases]) {
    const failure = await run().then(
      () => null,
      (error: unknown) => (error instanceof Error ? (error.stack ?? error.message) : String(error)),
    );
    process.stdout.write(`contract ${JSON.stringify({ name, failure })}\n`);
  }
  app.exit(0);
});
