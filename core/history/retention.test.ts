import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { outdatedSnapshots } from './retention.ts';

const dayMs = 86_400_000;
const nowMs = Date.parse('2026-11-01T12:00:00.000Z');
const daysOld = (days: number) => ({ readAt: new Date(nowMs - days * dayMs).toISOString() });

describe('outdatedSnapshots', () => {
  it('names what is both beyond the number and older than the days', () => {
    const snapshots = [daysOld(400), daysOld(1), daysOld(366), daysOld(2), daysOld(365)];
    const outdated = outdatedSnapshots(snapshots, { keepSnapshots: 2, keepSnapshotsDays: 365 }, nowMs);
    expect(outdated).toEqual([daysOld(366), daysOld(400)]);
  });

  it('never names the newest, however few are to be kept and however old they are', () => {
    const anySnapshots = fc.array(fc.integer({ min: 0, max: 3_000 }).map(daysOld), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(anySnapshots, fc.nat(40), fc.nat(1_000), (snapshots, keepSnapshots, keepSnapshotsDays) => {
        const outdated = outdatedSnapshots(snapshots, { keepSnapshots, keepSnapshotsDays }, nowMs);
        expect(snapshots.length - outdated.length).toBeGreaterThanOrEqual(
          Math.min(snapshots.length, Math.max(1, keepSnapshots)),
        );
        for (const { readAt } of outdated) {
          expect(nowMs - Date.parse(readAt)).toBeGreaterThan(keepSnapshotsDays * dayMs);
        }
      }),
    );
  });
});
