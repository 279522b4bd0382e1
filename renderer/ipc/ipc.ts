import type { ReaderDeskApi } from '../../core/ipc/contract.ts';

declare global {
  interface Window {
    readonly readerDesk: ReaderDeskApi;
  }
}

/** Every call to main, as the preload offers them. */
export const ipc: ReaderDeskApi = window.readerDesk;
