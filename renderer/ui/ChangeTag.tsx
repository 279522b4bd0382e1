import type { ChangeKind } from '../../core/readers/change.ts';
import { Tag } from './Tag.tsx';

const tags = {
  added: { tone: 'added', text: 'Added' },
  renamed: { tone: 'renamed', text: 'Renamed' },
  changed: { tone: 'renamed', text: 'Changed' },
  removed: { tone: 'removed', text: 'Removed' },
} as const satisfies Record<ChangeKind, unknown>;

/** How a reader stands against what Camio holds; nothing where it is the same. */
export function ChangeTag({ kind }: { readonly kind: ChangeKind | 'unchanged' | null }) {
  if (kind === null || kind === 'unchanged') return null;
  const { tone, text } = tags[kind];
  return <Tag tone={tone}>{text}</Tag>;
}
