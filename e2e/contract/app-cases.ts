import { deepEqual, equal, ok, rejects } from 'node:assert/strict';
import { app, BrowserWindow, protocol, safeStorage, session } from 'electron';
import type { ContractCase } from './case.ts';

export const appCases: readonly ContractCase[] = [
  {
    name: 'quit emits before-quit before it returns, and a listener can prevent it',
    run: async () => {
      const events: string[] = [];
      app.once('before-quit', (event) => {
        events.push('before-quit');
        event.preventDefault();
      });
      app.quit();
      events.push('returned');
      deepEqual(events, ['before-quit', 'returned']);
    },
  },
  {
    name: 'the app is ready once whenReady is, and knows its folders',
    run: async () => {
      await app.whenReady();
      ok(app.isReady());
      ok(app.getPath('userData') !== '' && app.getPath('logs') !== '');
    },
  },
  {
    name: 'the first app of a data folder gets the lock',
    run: async () => equal(app.requestSingleInstanceLock(), true),
  },
  {
    name: 'a scheme is handled by one handler',
    run: async () => {
      const { protocol: own } = session.defaultSession;
      own.handle('contract', () => new Response('one'));
      let refusal = '';
      try {
        protocol.handle('contract', () => new Response('two'));
      } catch (error) {
        refusal = String(error);
      }
      ok(refusal !== '');
    },
  },
  {
    name: 'a window asks before it closes, and destroying it asks nobody',
    run: async () => {
      const window = new BrowserWindow({ show: false });
      let asked = 0;
      window.on('close', (event) => {
        asked += 1;
        event.preventDefault();
      });
      await window.loadURL('data:text/html,<p>A page</p>');
      window.close();
      await new Promise((resolve) => setTimeout(resolve, 100));
      equal(asked, 1);
      equal(window.isDestroyed(), false);
      const closed = new Promise<void>((resolve) => window.once('closed', resolve));
      window.destroy();
      await closed;
      equal(asked, 1);
      equal(window.isDestroyed(), true);
    },
  },
  {
    name: 'what was not encrypted is not decrypted',
    run: () => rejects(safeStorage.decryptStringAsync(Buffer.from('plain text that is long enough'))),
  },
];
