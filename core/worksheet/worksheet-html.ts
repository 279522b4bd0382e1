import type { PlannedReader } from '../cameras/camera.ts';
import { type Html, html, htmlPage } from '../html/html.ts';
import { formatCount } from '../text/amounts.ts';
import { zonedTime } from '../time/zoned-time.ts';
import { otherNameInCamio } from './listed-readers.ts';
import { type WorksheetLine, type WorksheetReader, waitingIn } from './worksheet-line.ts';
import { worksheetStyle } from './worksheet-style.ts';

/** Whose worksheet it is, and when it was made. */
export interface WorksheetOrigin {
  readonly connection: string;
  /** The account's email; null while it is not confirmed. */
  readonly account: string | null;
  readonly atMs: number;
  readonly timeZone: string;
}

/** The worksheet as a page to print: a box to tick for each camera, made to be worked through beside Camio's page. */
export function formatWorksheetHtml(lines: readonly WorksheetLine[], origin: WorksheetOrigin): string {
  const { connection, account, atMs, timeZone } = origin;
  const made = zonedTime(atMs, timeZone)?.clock ?? new Date(atMs).toISOString();
  const done = lines.filter(({ isDone }) => isDone).length;
  const clears = lines.some(({ clear }) => clear.length > 0);
  const body = html`
<header>
<h1>Worksheet: ${connection}</h1>
<dl>
${fact('Camio account', account ?? 'not confirmed')}
${fact('Made', `${made} (${timeZone})`)}
${fact('Cameras', formatCount(lines.length))}
${done > 0 ? fact('Done already', formatCount(done)) : ''}
</dl>
<p>The camera plan is not sent to Camio. On Camio’s settings page (camio.com/settings/integrations/pacs), choose these
readers for each camera${clears ? ', clear those to clear,' : ''} and tick its box. ${legend(lines)}</p>
${waits(lines)}
</header>
<table>
<thead><tr><th class="box">Done</th><th>Camera</th><th>Readers it is to have</th></tr></thead>
<tbody>
${lines.map(row)}
</tbody>
</table>
`;
  return htmlPage({ title: `Worksheet: ${connection}`, style: worksheetStyle, body });
}

function row({ camera, isDeleted, readers, clear, isDone }: WorksheetLine): Html {
  return html`<tr>
<td class="box"><span class="tick">${isDone ? '✓' : ''}</span></td>
<th scope="row">${camera.name}${below(camera.site)}${below(camera.id)}${isDeleted ? below('No longer in the plan') : ''}</th>
<td>
${readers.length === 0 ? html`<span class="faint">none</span>` : html`<ul>${readers.map(toChoose)}</ul>`}
${clear.length === 0 ? '' : html`<b>Clear by hand</b><ul>${clear.map((reader) => item(reader, 'clear', null))}</ul>`}
</td>
</tr>
`;
}

function toChoose({ reader, mark }: WorksheetReader): Html {
  const otherName = otherNameInCamio(reader);
  const note = mark === 'waiting' ? 'not in Camio yet' : otherName === null ? null : `in Camio still “${otherName}”`;
  return item(reader, mark, note);
}

function item({ id, name }: PlannedReader, mark: WorksheetReader['mark'] | 'clear', note: string | null): Html {
  return html`<li class="${mark}"><span>${name === '' ? 'without a name' : name}</span>${note === null ? '' : html` <i>${note}</i>`} <code>${id}</code></li>`;
}

function legend(lines: readonly WorksheetLine[]): string {
  const hasKept = lines.some(({ readers }) => readers.some(({ mark }) => mark === 'kept'));
  return hasKept ? 'Readers in bold are new; the others are there already.' : '';
}

/** What has to happen first, so that nobody looks in Camio for readers that are not there. */
function waits(lines: readonly WorksheetLine[]): Html | string {
  if (!lines.some((line) => waitingIn(line) > 0)) return '';
  return html`<p class="wait">Readers “not in Camio yet” cannot be chosen there until the list of readers is pushed. A camera that is ticked before
then comes up again on the next worksheet.</p>`;
}

const fact = (name: string, value: string) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`;

const below = (text: string) => (text === '' ? '' : html`<small>${text}</small>`);
