import { formatCsv } from '../csv/csv-text.ts';
import { outcomeWords, type Report, signOffWords } from './report.ts';

const header = [
  'Reader ID',
  'Reader name',
  'Cameras',
  'Result',
  'Event time',
  'Search label',
  'Latency (ms)',
  'Status',
  'Reason',
  'Attempts',
  'Seen on video',
  'Note',
  'Signed off at',
  'Site',
  'Person',
  'Camio account',
  'Event type',
  'Report made at',
  'Made with',
];

/**
 * The report's readers, one line each; times by the clock of the report's time zone. What holds for the whole report is on
 * every line, so that lines of several reports can stand in one table.
 */
export function formatReportCsv({ rows, ...report }: Report): string {
  const whole = [
    report.site,
    report.person,
    report.account ?? '',
    report.eventType,
    report.at,
    `Reader Desk ${report.appVersion}`,
  ];
  return formatCsv([
    header,
    ...rows.map(({ result, cameras, eventTime, signedOffAt }) => [
      result.readerId,
      result.readerName,
      cameras.join('; '),
      outcomeWords[result.outcome],
      eventTime,
      result.label,
      numberText(result.latencyMs),
      numberText(result.status),
      result.message,
      String(result.attempts),
      signOffWords(result),
      result.signOff?.note ?? '',
      signedOffAt,
      ...whole,
    ]),
  ]);
}

const numberText = (value: number | null): string => (value === null ? '' : String(value));
