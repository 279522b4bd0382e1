import type { ReaderDeskApi } from '../core/ipc/contract.ts';

// What specs may ask of the page's own world.
declare global {
  interface Window {
    readonly readerDesk: ReaderDeskApi;
  }
}
