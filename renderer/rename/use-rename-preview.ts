import { useEffect, useState, useSyncExternalStore } from 'react';
import type { AppError } from '../../core/app-error.ts';
import type { Rows } from '../../core/readers/rows.ts';
import type { RenameRule } from '../../core/rename/rename-rule.ts';
import type { Result } from '../../core/result.ts';
import { ipc } from '../ipc/ipc.ts';
import { RenameSession, type RenameState } from './rename-session.ts';

/** What the rule would do to the readers chosen, worked out anew whenever any of them changes. */
export function useRenamePreview(
  rows: Rows,
  chosen: readonly number[],
  rule: Result<RenameRule, AppError>,
): RenameState {
  const [session] = useState(() => new RenameSession(ipc));
  useEffect(() => {
    if (rule.ok) session.ask({ rows, chosen, rule: rule.value });
    else session.refuse(rule.error);
  }, [session, rows, chosen, rule]);
  useEffect(() => () => session.close(), [session]);
  return useSyncExternalStore(session.subscribe, session.state);
}
