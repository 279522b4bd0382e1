import { describe, expect, it } from 'vitest';
import type { SweepProgress } from '../sweep/sweep-progress.ts';
import { SweepProgress as Progress } from '../sweep/sweep-progress.ts';
import { sweepOf } from '../testing/fake-sweep-desk.ts';
import { makeReport, phraseShare, type ReportContext } from './report.ts';
import { formatReportCsv } from './report-csv.ts';
import { formatReportHtml, reportRows } from './report-html.ts';

const context: ReportContext = {
  site: 'Harbor Campus <5>',
  person: 'Dana & Co',
  atMs: Date.UTC(2026, 6, 1, 12, 0, 0),
  timeZone: 'Europe/Berlin',
  appVersion: '1.2.3',
  connection: 'Harbor',
  account: 'ops@harbor.example',
  cameras: new Map([['r1', ['Lobby dome', 'Gate "north"']]]),
};

/** Five readers: seen, not seen, refused, unknown, and one that got no event. */
function swept(): SweepProgress {
  const progress = new Progress(
    sweepOf(5, { readers: [{ id: 'r1', name: '<b>Door</b> 1' }, ...sweepOf(5).readers.slice(1)] }),
  );
  const send = (readerId: string, number: number) =>
    progress.apply({ kind: 'sending', readerId, label: `label-${number}`, at: '2026-07-01T10:00:00.500Z' });
  for (const [index, readerId] of ['r1', 'r2', 'r3', 'r4'].entries()) send(readerId, index + 1);
  const accepted = { kind: 'outcome', outcome: 'accepted', status: 200, latencyMs: 1_234, message: '' } as const;
  progress.apply({ ...accepted, readerId: 'r1' });
  progress.apply({ ...accepted, readerId: 'r2' });
  const refused = { outcome: 'refused', status: 422, latencyMs: 5, message: 'Camio refused the event: no' } as const;
  progress.apply({ kind: 'outcome', readerId: 'r3', ...refused });
  const unknown = { outcome: 'unknown', status: null, latencyMs: null, message: 'It is not known.' } as const;
  progress.apply({ kind: 'outcome', readerId: 'r4', ...unknown });
  const at = '2026-07-01T11:30:00.000Z';
  progress.apply({ kind: 'sign off', readerIds: ['r1'], signOff: { seen: true, note: '=Clear', at } });
  progress.apply({ kind: 'sign off', readerIds: ['r2'], signOff: { seen: false, note: '', at } });
  progress.apply({ kind: 'state', state: { kind: 'stopped' } });
  return progress;
}

const report = () => makeReport(swept(), context);
const pageOf = (made = report()) => formatReportHtml(made, [...reportRows(made)]);

describe('what a report says', () => {
  it('tells every time by the clock of the site, and counts what is signed off', () => {
    expect(report()).toMatchObject({
      at: '2026-07-01 14:00:00 (Europe/Berlin, UTC+02:00)',
      sweepLabel: 'reader-desk-sweep-lq2v9k3c-7f0z',
      isUnfinished: false,
      readers: 5,
      seen: 1,
      notSeen: 1,
      counts: { accepted: 2, refused: 1, unknown: 1, pending: 1 },
    });
    expect(report().rows[0]).toMatchObject({
      cameras: ['Lobby dome', 'Gate "north"'],
      eventTime: '2026-07-01 12:00:00',
      signedOffAt: '2026-07-01 13:30:00',
    });
    expect(report().rows[4]).toMatchObject({ cameras: [], eventTime: '', signedOffAt: '' });
  });

  it('tells times on both sides of a change of the clocks', () => {
    const progress = new Progress(sweepOf(2));
    progress.apply({ kind: 'sending', readerId: 'r1', label: 'a', at: '2026-10-25T00:59:59.000Z' });
    progress.apply({ kind: 'sending', readerId: 'r2', label: 'b', at: '2026-10-25T01:00:01.000Z' });
    const times = makeReport(progress, context).rows.map(({ eventTime }) => eventTime);
    expect(times).toEqual(['2026-10-25 02:59:59', '2026-10-25 02:00:01']);
  });

  it('says so where the sweep was not finished', () => {
    const progress = swept();
    progress.apply({ kind: 'again', readerIds: ['r5'] });
    expect(pageOf(makeReport(progress, context))).toContain('The sweep was not finished');
    expect(pageOf()).not.toContain('The sweep was not finished');
  });

  it('does not say so where nothing is left to send, however the sweep ended', () => {
    const progress = new Progress(sweepOf(1));
    progress.apply({ kind: 'sending', readerId: 'r1', label: 'a', at: '2026-10-25T00:59:59.000Z' });
    expect(makeReport(progress, context).isUnfinished).toBe(true);
    progress.apply({ kind: 'outcome', readerId: 'r1', outcome: 'accepted', status: 200, latencyMs: 5, message: '' });
    progress.apply({ kind: 'state', state: { kind: 'held', error: { code: 'timeout', message: '', next: '' } } });
    expect(makeReport(progress, context).isUnfinished).toBe(false);
  });

  it('never rounds up to all, nor down from a whole number', () => {
    expect(phraseShare(999, 1_000)).toBe('999 of 1,000 (99%)');
    expect(phraseShare(29, 100)).toBe('29 of 100 (29%)');
    expect(phraseShare(0, 0)).toBe('0 of 0 (0%)');
  });
});

describe('as a page', () => {
  it('has every reader, its cameras, its label with a link, and what was seen', () => {
    const page = pageOf();
    for (const text of [
      '2026-07-01 14:00:00 (Europe/Berlin, UTC+02:00)',
      'Dana &amp; Co',
      'Reader Desk 1.2.3',
      'ops@harbor.example',
      '1 of 5 (20%)',
      '&lt;b&gt;Door&lt;/b&gt; 1',
      'Gate &quot;north&quot;',
      'href="https://camio.com/app/#search;q=label-1"',
      'status 200, 1.2 s',
      'Camio refused the event: no',
      'It is not known.',
      'none sent',
    ]) {
      expect(page).toContain(text);
    }
    expect(page.match(/<tr>/g)).toHaveLength(6);
  });

  it('runs and loads nothing, and shows every text as text', () => {
    const page = pageOf();
    expect(page).toContain(`content="default-src &#39;none&#39;`);
    expect(page).not.toMatch(/<script|<b>Door|<5>|src=|url\(/);
  });
});

it('as CSV has a line per reader, guarded against formulas', () => {
  const lines = formatReportCsv(report()).split('\r\n');
  expect(lines).toHaveLength(7);
  expect(lines[1]).toContain(
    'r1,<b>Door</b> 1,"Lobby dome; Gate ""north""",Accepted,2026-07-01 12:00:00,label-1,1234,200',
  );
  expect(lines[1]).toContain("Seen,'=Clear,2026-07-01 13:30:00");
  const { site, person, appVersion } = report();
  for (const text of [site, person, `Reader Desk ${appVersion}`]) expect(lines[1]).toContain(text);
  expect(lines[3]).toContain('Refused,2026-07-01 12:00:00,label-3,5,422,Camio refused the event: no,1,Not signed off');
});
