import { randomUUID } from 'node:crypto';
import { BrowserWindow, type Session, session } from 'electron';
import type { AppError } from '../../core/app-error.ts';
import { selfContainedPolicy } from '../../core/html/html.ts';
import { fail, ok, type Result } from '../../core/result.ts';
import { appScheme } from '../window/app-protocol.ts';
import { denySessionRequests } from '../window/deny-by-default.ts';

/** A page, whole and self-contained, as the bytes of a PDF in A4. Refuses with `not-printed`. */
export type PrintToPdf = (html: string) => Promise<Result<Uint8Array, AppError>>;

const host = 'print';

/**
 * Prints pages of the app's own making. Each is opened in a window nobody sees, which runs no script and has a session
 * that knows no address but the page's.
 */
export function createPrintToPdf(): PrintToPdf {
  const pages = new Map<string, string>();
  let printing: Session | null = null;

  /** Made with the first page: a session takes memory. */
  function printingSession(): Session {
    if (printing) return printing;
    printing = session.fromPartition('print', { cache: false });
    denySessionRequests(printing);
    printing.protocol.handle(appScheme, ({ url }) => answer(pages.get(url)));
    return printing;
  }

  return async (html) => {
    const url = `${appScheme}://${host}/${randomUUID()}`;
    pages.set(url, html);
    const window = new BrowserWindow({
      show: false,
      webPreferences: {
        session: printingSession(),
        javascript: false,
        sandbox: true,
        contextIsolation: true,
        nodeIntegration: false,
        webviewTag: false,
      },
    });
    try {
      await window.loadURL(url);
      // The page's own CSS has the margins, and the page numbers in them.
      const pdf = await window.webContents.printToPDF({
        pageSize: 'A4',
        preferCSSPageSize: true,
        printBackground: true,
        generateTaggedPDF: true,
      });
      return ok(pdf);
    } catch (error) {
      return fail(notPrinted(error));
    } finally {
      pages.delete(url);
      if (!window.isDestroyed()) window.destroy();
    }
  };
}

function answer(html: string | undefined): Response {
  const headers = { 'Content-Type': 'text/html; charset=utf-8', 'Content-Security-Policy': selfContainedPolicy };
  return new Response(html ?? null, { status: html === undefined ? 404 : 200, headers });
}

function notPrinted(error: unknown): AppError {
  return {
    code: 'not-printed',
    message: 'The pages could not be printed into a PDF file.',
    next: 'Try again, or export another format and print that.',
    detail: error instanceof Error ? error.message : String(error),
  };
}
