import type { DraftAction } from '../../core/draft/draft-action.ts';
import type { DraftPart, DraftPartData } from '../../core/draft/draft-parts.ts';
import type { JsonText } from '../../core/json-text.ts';

// Run inside the window, as text: they may use nothing but their argument and the page.

interface Camio {
  readonly baseUrl: string;
  readonly token: string;
}

interface OpenedInPage {
  readonly connectionId: string;
  readonly parts: readonly DraftPart[];
}

/**
 * Opens the draft of the one connection, which the first start adds. A push that was killed is settled first, and a draft
 * that never had a list gets it. Null where the draft could not be opened.
 */
export async function openInPage({ baseUrl, token }: Camio): Promise<OpenedInPage | null> {
  const { connections, draft, push } = window.readerDesk;
  const listed = await connections.list();
  const known = listed.ok ? listed.value[0] : undefined;
  const dialect = { preset: 'first generation', listKey: 'readers', eventEnvelope: 'flat' } as const;
  const fields = { name: 'Bench', baseUrl, dialect, color: 'green' } as const;
  // A machine without a keyring forgets the token with each kill.
  const connection = await (known
    ? connections.replaceToken({ connectionId: known.id, token })
    : connections.add({ ...fields, token }));
  if (!connection.ok) throw new Error(connection.error.message);
  const connectionId = connection.value.id;
  const open = async (): Promise<DraftPart[] | null> => {
    const opened = await draft.open({ connectionId });
    if (!opened.ok) return null;
    const parts = [opened.value.part];
    while (!parts.at(-1)?.isLast) {
      const more = await draft.more({ connectionId, opening: opened.value.opening });
      if (!more.ok) return null;
      parts.push(more.value);
    }
    return parts;
  };
  const parts = await open();
  if (!parts) return null;
  const settled = await push.state({ connectionId });
  if (!settled.ok) throw new Error(settled.error.message);
  const { head }: DraftPartData = JSON.parse(parts[0]?.text ?? 'null');
  const wasRead = head !== null && head.baseReadAt !== null;
  if (wasRead && settled.value === null) return { connectionId, parts };
  if (!wasRead) {
    const read = await draft.refresh({ connectionId });
    if (!read.ok) throw new Error(read.error.message);
  }
  const again = await open();
  return again && { connectionId, parts: again };
}

/** A reader's row and its new name. */
export interface PlannedRename {
  readonly row: number;
  readonly name: string;
}

interface Edits {
  readonly connectionId: string;
  readonly seq: number;
  readonly renames: readonly PlannedRename[];
  readonly pushEvery: number;
}

/** Renames one after the other, saying each acknowledged one on the console, and pushes now and then meanwhile. */
export async function editInPage({ connectionId, seq, renames, pushEvery }: Edits): Promise<string> {
  const { draft, push } = window.readerDesk;
  let at = seq;
  for (const rename of renames) {
    if (at % pushEvery === 0) void push.start({ connectionId, seq: at, typed: '', unseen: '' });
    const action = JSON.stringify({ kind: 'rename', names: [rename] }) as JsonText<DraftAction>;
    const applied = await draft.apply({ connectionId, seq: at, action });
    if (!applied.ok) return applied.error.message;
    at = applied.value.seq;
    console.log(`bench saved ${at}`);
  }
  return 'all renames are done';
}
