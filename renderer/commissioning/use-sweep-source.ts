import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { emptyPlan } from '../../core/cameras/camera-plan.ts';
import type { Reader } from '../../core/readers/reader.ts';
import { Rows } from '../../core/readers/rows.ts';
import { exhaustive } from '../../core/result.ts';
import { usePlan } from '../cameras/use-plan.ts';
import { useDraft } from '../draft/use-draft.ts';
import { useListState } from '../draft/use-reader-list.ts';
import { useConnection } from '../window/current-connection.ts';
import { testedReadersQuery } from './queries.ts';
import { cameraGroups, type Group, idsOnRows, type Source, siteGroups, sweepableReaders } from './sweep-sources.ts';

export type SweepSource = ReturnType<typeof useSweepSource>;

/** The readers a sweep can be of, as the person narrows them down. */
export function useSweepSource(sweepIds: readonly string[]) {
  const { id: connectionId } = useConnection();
  const rows = useDraft((state) => (state.kind === 'open' ? state.draft.rows : Rows.empty));
  const shown = useListState((state) => state.order);
  const selected = useListState((state) => state.selection.rows);
  const plan = usePlan((state) => (state.kind === 'open' ? state.value : emptyPlan));
  // Whoever selected readers wants to test those.
  const [source, setSource] = useState<Source>(selected.size > 1 ? 'selection' : 'all');
  const [group, setGroup] = useState<Group | null>(null);
  const tested = useQuery({ ...testedReadersQuery(connectionId, sweepIds), enabled: source === 'never tested' });

  const all = useMemo(() => sweepableReaders(rows), [rows]);
  const groups = useMemo(() => {
    if (source === 'camera') return cameraGroups(plan);
    return source === 'site' ? siteGroups(all, plan) : noGroups;
  }, [source, all, plan]);
  const readers = useMemo((): readonly Reader[] => {
    const among = (ids: ReadonlySet<string>) => all.filter(({ id }) => ids.has(id));
    switch (source) {
      case 'all':
        return all;
      case 'selection':
        return among(idsOnRows(rows, selected));
      case 'filtered':
        return among(idsOnRows(rows, shown));
      case 'camera':
      case 'site':
        return group ? among(group.readerIds) : [];
      case 'never tested':
        return tested.data ? all.filter(({ id }) => !tested.data.has(id)) : [];
      default:
        return exhaustive(source);
    }
  }, [source, group, all, rows, selected, shown, tested.data]);

  const choose = (next: Source) => {
    setSource(next);
    setGroup(null);
  };
  return { source, choose, group, setGroup, groups, readers, tested };
}

const noGroups: readonly Group[] = [];
