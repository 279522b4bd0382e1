import { networkInterfaces } from 'node:os';
import type { ClientRequestConstructorOptions } from 'electron';
import { ClientRequest } from './client-request.ts';
import { only } from './only.ts';

export const net = only('net', {
  /** As Electron's: a network is there, which says nothing about what can be reached. */
  isOnline: () => Object.values(networkInterfaces()).some((addresses) => addresses?.some(({ internal }) => !internal)),
  request: (options: ClientRequestConstructorOptions) => only('ClientRequest', new ClientRequest(options)),
});
