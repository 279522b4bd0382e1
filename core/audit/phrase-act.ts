import { noChanges } from '../readers/change.ts';
import { phraseCounts } from '../readers/phrase-counts.ts';
import { exhaustive } from '../result.ts';
import { formatCount } from '../text/amounts.ts';
import type { Act, ActKind } from './act.ts';

/** The kind of an act as tables and filters name it. */
export const actNames: Readonly<Record<ActKind, string>> = {
  push: 'Push',
  'test event': 'Test event',
  'sweep started': 'Sweep started',
  'sweep ended': 'Sweep ended',
  'draft restored': 'Draft restored',
  'list adopted': 'List adopted',
  'list merged': 'List merged',
  'snapshot taken': 'Snapshot taken',
  'snapshots removed': 'Snapshots removed',
  'worksheet finished': 'Worksheet finished',
  import: 'Import',
  export: 'Export',
  'connection added': 'Connection added',
  'connection changed': 'Connection changed',
  'connection deleted': 'Connection deleted',
  'signed in': 'Signed in',
  'token set': 'Token set',
  'token replaced': 'Token replaced',
  'token forgotten': 'Token forgotten',
};

/** What an act did and with what outcome; '' where its name says all. */
export function phraseAct(act: Act): string {
  switch (act.kind) {
    case 'push': {
      const outcome = `${sentenceCase(act.outcome)}: ${phraseCounts(act.counts)}`;
      return act.message === '' ? outcome : `${outcome}. ${act.message}`;
    }
    case 'test event': {
      const status = act.status === null ? '' : ` with status ${act.status}`;
      return `${sentenceCase(act.outcome)}${status}: ${act.eventType ?? 'no event type'} at reader ${act.readerId}`;
    }
    case 'sweep started':
      return `${countOf(act.pending, 'reader')} pending: ${act.eventType}`;
    case 'sweep ended': {
      const { accepted, refused, unknown, pending } = act.counts;
      const counts = `${formatCount(accepted)} accepted, ${formatCount(refused)} refused, ${formatCount(unknown)} unknown, ${formatCount(pending)} not sent`;
      return `${sentenceCase(act.outcome)}: ${counts}${act.message === '' ? '' : `. ${act.message}`}`;
    }
    case 'draft restored': {
      const from = act.snapshotReadAt === null ? 'An undone push' : `Camio’s list of ${timeText(act.snapshotReadAt)}`;
      return `${from}: ${phraseCounts(act.counts)}`;
    }
    case 'list adopted':
      return act.differences === 0
        ? countOf(act.readers, 'reader')
        : `${countOf(act.readers, 'reader')}, ${countOf(act.differences, 'difference')} from the list before`;
    case 'list merged': {
      const clashes = act.keptMine + act.keptTheirs;
      if (clashes === 0) return 'Without a clash';
      return `${countOf(clashes, 'clash', 'clashes')}: ${act.keptMine} kept mine, ${act.keptTheirs} kept theirs`;
    }
    case 'snapshot taken':
      return `${sentenceCase(act.reason)}: ${countOf(act.readers, 'reader')}`;
    case 'snapshots removed':
      return `${countOf(act.count, 'snapshot')} older than the settings keep`;
    case 'worksheet finished':
      return `${countOf(act.cameras, 'camera')} carried to Camio by hand`;
    case 'import': {
      const changes = phraseCounts({ ...noChanges, added: act.added, renamed: act.renamed, removed: act.removed });
      const leftOut = act.leftOut === 0 ? '' : `, ${countOf(act.leftOut, 'row')} with errors left out`;
      return `${sentenceCase(act.target)} from ${act.fileName}, ${act.mode}: ${changes}${leftOut}`;
    }
    case 'export':
      return `${sentenceCase(act.list)} as ${act.format.toUpperCase()}: ${countOf(act.rows, 'row')}`;
    case 'connection changed':
      return sentenceCase(act.fields.join(', '));
    case 'signed in':
      return act.scope === '' ? `At ${act.server}` : `At ${act.server} with the scope ${act.scope}`;
    case 'connection added':
    case 'connection deleted':
    case 'token set':
    case 'token replaced':
    case 'token forgotten':
      return '';
    default:
      return exhaustive(act);
  }
}

/** `2021-11-01 17:30 UTC`: the same on every computer, as in the log. */
function timeText(at: string): string {
  return `${at.slice(0, 10)} ${at.slice(11, 16)} UTC`;
}

function countOf(count: number, one: string, many = `${one}s`): string {
  return `${formatCount(count)} ${count === 1 ? one : many}`;
}

const sentenceCase = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
