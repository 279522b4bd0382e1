/** Markup that is safe to put into a page. */
export class Html {
  constructor(readonly markup: string) {}
}

/** What can stand in a page: text (escaped), numbers, markup, and rows of them. */
export type HtmlContent = string | number | Html | readonly HtmlContent[];

/**
 * A piece of a page: html`<td>${name}</td>`. Whatever is put in is shown as text, in elements and in quoted attributes
 * alike, unless it is markup made here.
 */
export function html(parts: TemplateStringsArray, ...contents: readonly HtmlContent[]): Html {
  const [first = '', ...others] = parts;
  return new Html(others.reduce((page, part, index) => page + markupOf(contents[index] ?? '') + part, first));
}

/**
 * A whole page that needs nothing but itself: its policy lets it load nothing and run nothing, wherever it is opened.
 * `style` is the app's own CSS, never a text from outside.
 */
export function htmlPage({ title, style, body }: { title: string; style: string; body: Html }): string {
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${selfContainedPolicy}">
<title>${title}</title>
<style>${new Html(style)}</style>
</head>
<body>${body}</body>
</html>
`.markup;
}

/** Styles cannot load anything under it either, so inline ones are no risk. */
export const selfContainedPolicy = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

function markupOf(content: HtmlContent): string {
  if (content instanceof Html) return content.markup;
  if (typeof content === 'object') return content.map(markupOf).join('');
  return escapeHtml(String(content));
}

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** A text as HTML shows it, in elements and in quoted attributes. */
function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => escapes[character] ?? character);
}
