import { type Html, html, htmlPage } from '../html/html.ts';
import { slices } from '../slices.ts';
import { formatCount, latencyText } from '../text/amounts.ts';
import { outcomeWords, phraseShare, type Report, type ReportRow, signOffWords } from './report.ts';
import { reportStyle } from './report-style.ts';
import { searchLink } from './search-link.ts';

const rowsPerPiece = 500;

/** The rows of the report's table in pieces, made one by one, so that the caller can let others in between. */
export function* reportRows({ rows }: Report): Generator<Html> {
  for (const some of slices(rows, rowsPerPiece)) yield html`${some.map(row)}`;
}

/** The report as one page that needs nothing but itself, made to be read and to be printed on A4. */
export function formatReportHtml(report: Report, rows: readonly Html[]): string {
  const { site, connection, person } = report;
  const name = site === '' ? connection : site;
  const body = html`
<header>
<p class="kind">Commissioning report</p>
<h1><bdi>${name}</bdi></h1>
<dl>${facts(report).map(([term, value]) => html`<div><dt>${term}</dt><dd><bdi>${value}</bdi></dd></div>`)}</dl>
</header>
<h2>Summary</h2>
${report.isUnfinished ? html`<p class="unfinished">The sweep was not finished when this report was made.</p>` : ''}
<dl class="summary">${summary(report).map(
    ([term, value, mood]) => html`<div class="${mood}"><dt>${term}</dt><dd>${value}</dd></div>`,
  )}</dl>
<h2>Readers</h2>
<table class="readers">
<thead><tr>
<th scope="col">Reader</th><th scope="col">Cameras that should see it</th><th scope="col">Event</th>
<th scope="col">Result</th><th scope="col">Seen on video</th>
</tr></thead>
<tbody>
${rows}
</tbody>
</table>
<section class="sign">
<p><span></span>Date and place</p>
<p><span></span>For the installer${person === '' ? '' : html`: <bdi>${person}</bdi>`}</p>
<p><span></span>For the customer</p>
</section>
`;
  return htmlPage({ title: `Commissioning report: ${name}`, style: reportStyle, body });
}

function facts(report: Report): readonly (readonly [term: string, value: string])[] {
  return [
    ['Date and time', report.at],
    ['Person', report.person === '' ? 'not given' : report.person],
    ['Camio account', `${report.account ?? 'not confirmed'} (connection “${report.connection}”)`],
    ['Event', `${report.eventType}, sent from ${report.startedAt}`],
    ['Label of all events', report.sweepLabel],
    ['Made with', `Reader Desk ${report.appVersion}`],
  ];
}

/** Colours what is good, bad, or still to be done. */
type Mood = 'good' | 'bad' | 'open' | 'plain';

function summary(report: Report): readonly (readonly [term: string, value: string, mood: Mood])[] {
  const { readers, counts, seen, notSeen } = report;
  const amount = (term: string, count: number, mood: Mood) =>
    [term, formatCount(count), count > 0 ? mood : 'plain'] as const;
  return [
    ['Seen on video', phraseShare(seen, readers), seen === readers ? 'good' : 'plain'],
    amount('Not seen on video', notSeen, 'bad'),
    amount('Not signed off', readers - seen - notSeen, 'open'),
    ['Events accepted', phraseShare(counts.accepted, readers), 'plain'],
    amount('Events refused', counts.refused, 'bad'),
    amount('Outcome unknown', counts.unknown, 'open'),
    amount('Not sent', counts.pending + counts.sending, 'open'),
  ];
}

const outcomeMoods = {
  pending: 'open',
  sending: 'open',
  accepted: 'good',
  refused: 'bad',
  unknown: 'open',
} as const satisfies Record<ReportRow['result']['outcome'], Mood>;

function row({ result, cameras, eventTime, signedOffAt }: ReportRow): Html {
  const { readerId, readerName, outcome, label, message, signOff } = result;
  const seenMood = signOff === null ? 'faint' : signOff.seen ? 'good' : 'bad';
  return html`<tr>
<th scope="row"><bdi>${readerName === '' ? 'without a name' : readerName}</bdi>${below(html`<code>${readerId}</code>`)}</th>
<td>${cameras.length === 0 ? faint('none planned') : cameras.map((camera) => html`<div><bdi>${camera}</bdi></div>`)}</td>
<td>${label === '' ? faint('none sent') : html`<time>${eventTime}</time>${below(html`<a href="${searchLink(label)}">${label}</a>`)}`}</td>
<td><b class="${outcomeMoods[outcome]}">${outcomeWords[outcome]}</b>${below(details(result))}${below(message)}</td>
<td><b class="${seenMood}">${signOffWords(result)}</b>${below(signedOffAt)}${below(signOff?.note ?? '')}</td>
</tr>
`;
}

function details({ status, latencyMs, attempts }: ReportRow['result']): string {
  return [
    status === null ? '' : `status ${status}`,
    latencyMs === null ? '' : latencyText(latencyMs),
    attempts > 1 ? `${attempts} attempts` : '',
  ]
    .filter((each) => each !== '')
    .join(', ');
}

const faint = (text: string): Html => html`<span class="faint">${text}</span>`;

const below = (content: string | Html): Html | '' =>
  content === '' ? '' : html`<div class="below"><bdi>${content}</bdi></div>`;
