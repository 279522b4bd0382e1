import fc from 'fast-check';
import { expect, it } from 'vitest';
import { html, htmlPage } from './html.ts';

const style = 'p { margin: 0 }';

it('puts markup together and shows everything else as text', () => {
  const row = html`<li title="${'"><script>'}">${'<b>&\'"'}</li>`;
  expect(row.markup).toBe('<li title="&quot;&gt;&lt;script&gt;">&lt;b&gt;&amp;&#39;&quot;</li>');
  expect(html`<ul>${[row, html`<li>${2}</li>`]}</ul>`.markup).toBe(`<ul>${row.markup}<li>2</li></ul>`);
});

it('lets no text out of where it stands', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('<', '>', '"', "'", '&', 'a', '/', ';', '#') }), (text) => {
      const { markup } = html`<p title="${text}">${text}</p>`;
      const [, attribute = '', element = ''] = /^<p title="([^"<>]*)">([^<>]*)<\/p>$/.exec(markup) ?? [];
      expect(attribute).toBe(element);
      const back = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'" };
      const plain = element.replace(
        /&(amp|lt|gt|quot|#39);/g,
        (found) => Object.entries(back).find(([name]) => name === found)?.[1] ?? '',
      );
      expect(plain).toBe(text);
    }),
  );
});

it('makes a page that can load and run nothing', () => {
  const page = htmlPage({ title: '</title><script>', style, body: html`<p>Hello</p>` });
  expect(page).toContain('content="default-src &#39;none&#39;;');
  expect(page).toContain('<title>&lt;/title&gt;&lt;script&gt;</title>');
  expect(page).toContain(`<style>${style}</style>`);
});
