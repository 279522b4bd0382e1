/** The person's browser as far as a sign-in sees it: it opens the link, answers the consent page and follows redirects. */
export interface BrowserOfTest {
  /** Where the consent page sends the browser, without going there. */
  decide(link: string, decision: 'allow' | 'deny'): Promise<string>;
  /** The whole way; answers what the browser shows in the end. */
  signIn(link: string, decision?: 'allow' | 'deny'): Promise<Response>;
}

export const browser: BrowserOfTest = {
  async decide(link, decision) {
    const page = await fetch(link, { redirect: 'manual' });
    const straightBack = page.headers.get('location');
    if (straightBack !== null) return straightBack;
    const [, request = ''] = /name="request" value="([^"]+)"/.exec(await page.text()) ?? [];
    const [, action = ''] = /action="([^"]+)"/.exec(await (await fetch(link, { redirect: 'manual' })).text()) ?? [];
    const sent = await fetch(new URL(action, link), {
      method: 'POST',
      body: new URLSearchParams({ request, decision }),
      redirect: 'manual',
    });
    return sent.headers.get('location') ?? '';
  },
  async signIn(link, decision = 'allow') {
    return fetch(await browser.decide(link, decision));
  },
};
