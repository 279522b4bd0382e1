import type { Page } from '@playwright/test';

/** What a spreadsheet beside the app would do: puts text on the clipboard that both use. */
export async function putOnClipboard(page: Page, text: string): Promise<void> {
  await page.evaluate((copied) => {
    const give = (event: ClipboardEvent) => {
      event.clipboardData?.setData('text/plain', copied);
      event.preventDefault();
      event.stopImmediatePropagation();
    };
    document.addEventListener('copy', give, { once: true, capture: true });
    document.execCommand('copy');
  }, text);
}

/** The clipboard's text as a program beside the app would get it. */
export async function takeFromClipboard(page: Page): Promise<string> {
  // Listening has begun before the key is pressed; the page never sees this paste.
  const listener = await page.evaluateHandle(() => {
    const taken = new Promise<string>((resolve) => {
      const take = (event: ClipboardEvent) => {
        event.preventDefault();
        event.stopImmediatePropagation();
        resolve(event.clipboardData?.getData('text/plain') ?? '');
      };
      document.addEventListener('paste', take, { once: true, capture: true });
    });
    return { taken };
  });
  await page.keyboard.press('ControlOrMeta+v');
  return listener.evaluate(({ taken }) => taken);
}
