/** Who called: the part of Electron's IPC event that is looked at. */
export interface Caller {
  readonly sender: { readonly id: number };
  /** null where the frame is gone, e.g. navigated away since. */
  readonly senderFrame: { readonly url: string; readonly parent: object | null } | null;
}

/** Whether the call comes from the main frame of the window whose contents have this id, showing a page of `origin`. */
export function isTrustedCaller(
  { sender, senderFrame }: Caller,
  window: { readonly contentsId: number | null; readonly origin: string | null },
): boolean {
  if (senderFrame === null || senderFrame.parent !== null) return false;
  const origin = originOfPage(senderFrame.url);
  return sender.id === window.contentsId && origin !== null && origin === window.origin;
}

/** Scheme and host of a page, e.g. `app://bundle`. `URL.origin` is 'null' for schemes it does not know. */
export function originOfPage(url: string): string | null {
  if (!URL.canParse(url)) return null;
  const { protocol, host } = new URL(url);
  return `${protocol}//${host}`;
}
