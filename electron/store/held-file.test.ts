import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { onceLetGo } from './held-file.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const failure = (code: string) =>
  Object.assign(new Error(`${code}: not permitted, rename`), { code, syscall: 'rename' });

/** A rename that is refused so many times before it works. */
function refusing(code: string, times: number) {
  return vi.fn(async () => {
    if (rename.mock.calls.length <= times) throw failure(code);
  });
}
let rename: ReturnType<typeof refusing>;

/** How it ended: 'done', or the code it was refused with. */
async function outcomeOf(moving: Promise<void>): Promise<string> {
  const ended = moving.then(
    () => 'done',
    (error: { code: string }) => error.code,
  );
  await vi.advanceTimersByTimeAsync(3_000);
  return ended;
}

describe('a file that another program has open', () => {
  it.each(['EPERM', 'EACCES', 'EBUSY'])('is waited for on Windows where it answers %s', async (code) => {
    rename = refusing(code, 3);
    expect(await outcomeOf(onceLetGo(rename, 'win32'))).toBe('done');
    expect(rename).toHaveBeenCalledTimes(4);
  });

  it('is given up after about two seconds', async () => {
    rename = refusing('EPERM', Number.POSITIVE_INFINITY);
    const startedMs = Date.now();
    let endedMs = 0;
    const moving = onceLetGo(rename, 'win32').finally(() => {
      endedMs = Date.now();
    });
    expect(await outcomeOf(moving)).toBe('EPERM');
    expect(endedMs - startedMs).toBeGreaterThanOrEqual(2_000);
    expect(endedMs - startedMs).toBeLessThan(2_300);
    expect(rename.mock.calls.length).toBeGreaterThan(8);
  });

  it.each([
    ['win32', 'ENOSPC'],
    ['win32', 'EISDIR'],
    ['linux', 'EPERM'],
    ['darwin', 'EBUSY'],
  ] as const)('is no reason to try again on %s after %s', async (platform, code) => {
    rename = refusing(code, 1);
    expect(await outcomeOf(onceLetGo(rename, platform))).toBe(code);
    expect(rename).toHaveBeenCalledTimes(1);
  });
});
