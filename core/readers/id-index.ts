import type { RowEdit } from './draft-action.ts';
import type { ReaderIssue } from './reader-issue.ts';
import type { Rows } from './rows.ts';

/** The rows of one key: the only row's number, or all of them by exact id. */
type Group = number | Map<string, Set<number>>;

/**
 * Which readers of a draft's list share an id, exactly or nearly. Kept in step with the draft by `apply`, so that an
 * edit costs what it touches and never a look at the whole list.
 */
export class IdIndex {
  private readonly groups = new Map<string, Group>();
  private readonly ids: (string | undefined)[] = [];
  private duplicateCount = 0;

  static of(rows: Rows): IdIndex {
    const index = new IdIndex();
    rows.forEach(({ mine }, row) => {
      if (mine) index.add(row, mine.id);
    });
    return index;
  }

  /** Follows edits the draft has made, as `applyAction` answers them. */
  apply(edits: readonly RowEdit[]): void {
    for (const { row, after } of edits) {
      this.remove(row);
      if (after) this.add(row, after.id);
    }
  }

  /** Readers whose very id another reader has too. */
  get duplicates(): number {
    return this.duplicateCount;
  }

  /** What the row's id shares with others of the list. An empty id is an issue of its own and shares nothing. */
  issuesOf(row: number): readonly ReaderIssue[] {
    const id = this.ids[row];
    const group = id ? this.groups.get(foldId(id)) : undefined;
    return id && group instanceof Map ? groupIssues(group, id) : none;
  }

  private add(row: number, id: string): void {
    this.ids[row] = id;
    if (id === '') return;
    const key = foldId(id);
    const group = this.groups.get(key);
    if (group === undefined) this.groups.set(key, row);
    else if (group instanceof Map) this.addTo(group, row, id);
    else {
      const several = new Map([[this.ids[group] ?? '', new Set([group])]]);
      this.groups.set(key, several);
      this.addTo(several, row, id);
    }
  }

  private addTo(group: Map<string, Set<number>>, row: number, id: string): void {
    const same = group.get(id);
    if (!same) {
      group.set(id, new Set([row]));
      return;
    }
    same.add(row);
    this.duplicateCount += same.size === 2 ? 2 : 1;
  }

  private remove(row: number): void {
    const id = this.ids[row];
    this.ids[row] = undefined;
    if (!id) return;
    const key = foldId(id);
    const group = this.groups.get(key);
    if (!(group instanceof Map)) {
      this.groups.delete(key);
      return;
    }
    const same = group.get(id);
    if (!same?.delete(row)) return;
    if (same.size > 0) this.duplicateCount -= same.size === 1 ? 2 : 1;
    else group.delete(id);
    if (group.size === 0) this.groups.delete(key);
  }
}

const none: readonly ReaderIssue[] = [];

function groupIssues(group: Map<string, Set<number>>, id: string): readonly ReaderIssue[] {
  const issues: ReaderIssue[] = [];
  const readers = group.get(id)?.size ?? 0;
  if (readers > 1) issues.push({ code: 'duplicate id', severity: 'blocks', id, readers });
  for (const other of group.keys()) {
    if (other === id) continue;
    issues.push({ code: 'near-duplicate id', severity: 'warns', id, other });
    break;
  }
  return issues;
}

const folded = /^[!-@[-~]+$/;

/** Ids with one fold differ by case, spaces, invisible characters or Unicode form alone. */
function foldId(id: string): string {
  if (folded.test(id)) return id;
  return id
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\p{Cf}]+/gu, '');
}
