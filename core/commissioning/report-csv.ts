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
];

/** The report's readers, one line each; times by the clock of the report's time zone. */
export function formatReportCsv({ rows }: Report): string {
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
    ]),
  ]);
}

const numberText = (value: number | null): string => (value === null ? '' : String(value));
