import { join } from 'node:path';
import type { AppError } from '../../core/app-error.ts';
import { firstGeneration } from '../../core/camio/dialect.ts';
import type { Connection } from '../../core/connections/connection.ts';
import { draftReaders } from '../../core/draft/draft.ts';
import type { SentEvent, SentEventOutcome } from '../../core/events/test-event.ts';
import { createQueue } from '../../core/queue.ts';
import { fail, ok, type Result } from '../../core/result.ts';
import { campusReaders } from '../../core/simulator/campus.ts';
import { type SimulatorState, simulatorState, withEvents } from '../../core/simulator/simulator.ts';
import { sweepOf } from '../../core/testing/fake-sweep-desk.ts';
import { createAuditLog } from '../audit/audit-log.ts';
import { createPlanStore } from '../cameras/plan-store.ts';
import { openConnectionStore } from '../connections/connection-store.ts';
import { createDraftStore } from '../draft/draft-store.ts';
import { openEventHistory } from '../events/event-history.ts';
import { openPresetStore } from '../events/preset-store.ts';
import { createSnapshots } from '../history/snapshots.ts';
import { openImportMappings } from '../import/import-mappings.ts';
import { createPracticeStore } from '../practice/practice-store.ts';
import { createPushesInFlight } from '../push/push-in-flight.ts';
import { createSecrets } from '../secrets/secrets.ts';
import { createSecretFiles } from '../secrets/secrets-file.ts';
import { createKeyring } from '../secrets/secrets-keyring.ts';
import { openSettingsStore } from '../settings/settings-store.ts';
import { createSweepStore } from '../sweep/sweep-store.ts';
import { createTakeoverWatch } from '../takeover/takeover-watch.ts';
import { openWindowPlaceStore } from '../window/window-place-store.ts';
import { createWorksheetStore } from '../worksheet/worksheet-store.ts';

/** A store as the tests of durability use it: each step of theirs leaves a trace that is found again. */
export interface DurableStore {
  readonly name: string;
  /** What must be found after a crash: every acknowledged step, or at least the last one. */
  readonly keeps: 'every step' | 'the last step';
  /** Opens it in the data folder as a start of the app does; `notice` hears what the person would be told. */
  open(dataFolder: string, notice: (error: AppError) => void): Promise<Result<OpenStore, AppError>>;
}

export interface OpenStore {
  /** Does step `n`, counted from 1; ok once it is acknowledged. */
  step(n: number): Promise<Result<unknown, AppError>>;
  /** The steps whose traces are there. */
  steps(): Promise<Result<readonly number[], AppError>>;
  /** Ends it as quitting does. */
  close(): Promise<void>;
}

/** Every store of the app. A new one joins here. */
export const durableStores: readonly DurableStore[] = [
  { name: 'draft', keeps: 'every step', open: openDraft },
  { name: 'plan', keeps: 'every step', open: openPlan },
  { name: 'worksheet', keeps: 'every step', open: openWorksheet },
  { name: 'sent events', keeps: 'every step', open: openEvents },
  { name: 'sweep', keeps: 'every step', open: openSweep },
  { name: 'snapshots', keeps: 'every step', open: openSnapshots },
  { name: 'activity log', keeps: 'every step', open: openActivity },
  { name: 'practice account', keeps: 'every step', open: openPractice },
  { name: 'connections', keeps: 'every step', open: openConnections },
  { name: 'event presets', keeps: 'every step', open: openPresets },
  { name: 'import mappings', keeps: 'every step', open: openMappings },
  { name: 'settings', keeps: 'the last step', open: openSettings },
  { name: 'window place', keeps: 'the last step', open: openWindowPlace },
  { name: 'push in flight', keeps: 'the last step', open: openPushNote },
  { name: 'last push', keeps: 'the last step', open: openLastPush },
  { name: 'token', keeps: 'the last step', open: openToken },
];

type Notice = (error: AppError) => void;
type Opened = Promise<Result<OpenStore, AppError>>;

const id = 'a';
const now = () => new Date('2026-01-02T03:04:05.000Z');
/** Compacts every few steps. */
const compactAfterBytes = 900;
const readers = campusReaders(60);

const folders = (dataFolder: string) => ({
  folder: (connectionId: string) => join(dataFolder, 'connections', connectionId),
});
const connection = (connectionId: string, name: string): Connection => ({
  id: connectionId,
  kind: 'camio',
  name,
  baseUrl: 'https://camio.example/api/integrations/pacs',
  dialect: firstGeneration,
  color: 'green',
  accountEmail: null,
});

/** The numbers at the end of texts that begin with `prefix`. */
function numbersIn(texts: Iterable<string>, prefix: string): number[] {
  return [...texts].flatMap((text) => (text.startsWith(prefix) ? [Number(text.slice(prefix.length))] : []));
}

async function openDraft(dataFolder: string, notice: Notice): Opened {
  const drafts = createDraftStore({ connections: folders(dataFolder), compactAfterBytes, now });
  const opened = await drafts.open(id);
  if (!opened.ok) return opened;
  for (const error of opened.value.notices) notice(error);
  let { seq } = opened.value.draft;
  if (opened.value.draft.baseReadAt === null) {
    const based = await drafts.rebase(id, { readers, readAt: now().toISOString() });
    if (!based.ok) return based;
    seq = based.value.seq;
  }
  return ok({
    async step(n) {
      // Steps that are done together meet consecutive numbers, as the window's do.
      const at = seq;
      seq += 1;
      const applied = await drafts.apply(id, at, { kind: 'rename', names: [{ row: n - 1, name: `Step ${n}` }] });
      const current = applied.ok ? null : await drafts.current(id);
      if (current?.ok) seq = current.value.seq;
      return applied;
    },
    async steps() {
      const current = await drafts.current(id);
      if (!current.ok) return current;
      return ok(
        numbersIn(
          draftReaders(current.value).map(({ name }) => name),
          'Step ',
        ),
      );
    },
    close: drafts.close,
  });
}

async function openPlan(dataFolder: string, notice: Notice): Opened {
  const plans = createPlanStore({ connections: folders(dataFolder), compactAfterBytes, now });
  const opened = await plans.open(id);
  if (!opened.ok) return opened;
  for (const error of opened.value.notices) notice(error);
  let { seq } = opened.value.plan;
  return ok({
    async step(n) {
      const at = seq;
      seq += 1;
      const camera = { id: `camera ${n}`, name: `Camera ${n}`, site: 'Harbor' };
      const applied = await plans.apply(id, at, { kind: 'add cameras', cameras: [camera] });
      const current = applied.ok ? null : await plans.current(id);
      if (current?.ok) seq = current.value.seq;
      return applied;
    },
    async steps() {
      const current = await plans.current(id);
      return current.ok ? ok(numbersIn(current.value.cameras.keys(), 'camera ')) : current;
    },
    close: plans.close,
  });
}

async function openWorksheet(dataFolder: string, notice: Notice): Opened {
  const worksheets = createWorksheetStore({ connections: folders(dataFolder), notice, now });
  const opened = await worksheets.current(id);
  if (!opened.ok) return opened;
  return ok({
    step: (n) =>
      worksheets.change(id, (state) => {
        const tick = { cameraId: `camera ${n}`, cameraName: `Camera ${n}`, readers: [], at: now().toISOString() };
        return ok({ ...state, startedAt: now().toISOString(), ticked: [...state.ticked, tick] });
      }),
    async steps() {
      const current = await worksheets.current(id);
      if (!current.ok) return current;
      return ok(
        numbersIn(
          current.value.ticked.map(({ cameraId }) => cameraId),
          'camera ',
        ),
      );
    },
    close: worksheets.close,
  });
}

const accepted: SentEventOutcome = { kind: 'accepted', status: 200, latencyMs: 12, answer: '{}' };

function sentEvent(n: number): SentEvent {
  return {
    id: `event ${n}`,
    sentAt: now().toISOString(),
    event: {
      readerId: '00124',
      timestamp: now().toISOString(),
      eventType: 'forced open',
      labels: ['Zürich 🚪\n'],
      actorId: '',
      actorName: '',
    },
    readerName: 'Turnstile 1',
    body: '{}',
    outcome: { kind: 'sending' },
    repeats: null,
  };
}

/** Odd steps only begin an event; even ones finish theirs, too. */
async function openEvents(dataFolder: string, notice: Notice): Opened {
  const path = join(folders(dataFolder).folder(id), 'events.jsonl');
  let opened = await openEventHistory(path, now);
  if (!opened.ok && opened.error.code === 'corrupt-file') {
    notice(opened.error);
    opened = await openEventHistory(path, now);
  }
  if (!opened.ok) return opened;
  const history = opened.value;
  return ok({
    async step(n) {
      const begun = await history.begin(sentEvent(n));
      return begun.ok && n % 2 === 0 ? history.finish(`event ${n}`, accepted) : begun;
    },
    steps: async () =>
      ok(
        history.records().flatMap(({ id: eventId, outcome }) => {
          const numbers = numbersIn([eventId], 'event ');
          return numbers.filter((n) => n % 2 === 1 || outcome.kind === 'accepted');
        }),
      ),
    close: async () => {},
  });
}

/** The first step begins the sweep; each later one signs a reader off. */
async function openSweep(dataFolder: string, notice: Notice): Opened {
  const sweep = sweepOf(60);
  const sweeps = createSweepStore({ connections: folders(dataFolder), onChange: () => {}, notice, now });
  const listed = await sweeps.list(id);
  if (!listed.ok) return listed;
  const found = listed.value.some((summary) => summary.sweep.id === sweep.id);
  const opened = found ? await sweeps.open(id, sweep.id) : ok(sweeps.begin(id, sweep));
  if (!opened.ok) return opened;
  const file = opened.value;
  let hasBegun = found;
  return ok({
    async step(n) {
      const signOff = { seen: true, note: '', at: now().toISOString() };
      const recorded = await file.record(
        n === 1 ? { kind: 'state', state: { kind: 'running' } } : { kind: 'sign off', readerIds: [`r${n}`], signOff },
      );
      hasBegun ||= recorded.ok;
      return recorded;
    },
    steps: async () =>
      ok([
        ...(hasBegun ? [1] : []),
        ...file.progress.results().flatMap(({ readerId, signOff }) => (signOff ? numbersIn([readerId], 'r') : [])),
      ]),
    close: () => file.close(),
  });
}

/** A snapshot's list is as long as its step's number. */
async function openSnapshots(dataFolder: string): Opened {
  const snapshots = createSnapshots({
    connections: folders(dataFolder),
    retention: () => ({ keepSnapshots: 200, keepSnapshotsDays: 3650 }),
    now,
  });
  return ok({
    step: (n) => {
      const readAt = new Date(now().getTime() + n * 60_000).toISOString();
      return snapshots.take(id, { readers: readers.slice(0, n), readAt }, 'on demand');
    },
    async steps() {
      const listed = await snapshots.list(id);
      if (!listed.ok) return listed;
      const found: number[] = [];
      for (const snapshot of listed.value) {
        const read = await snapshots.read(id, snapshot.id);
        if (!read.ok) return read;
        found.push(read.value.readers.length);
      }
      return ok(found);
    },
    close: async () => {},
  });
}

async function openActivity(dataFolder: string, notice: Notice): Opened {
  let failed: AppError | null = null;
  const log = createAuditLog({
    folder: join(dataFolder, 'activity'),
    user: 'kim',
    app: '0.1.0',
    now,
    notice(error) {
      failed = error;
      notice(error);
    },
  });
  return ok({
    async step(n) {
      failed = null;
      log.record({ kind: 'snapshots removed', count: n }, null);
      // Reading waits for what is being written.
      const read = await log.lines();
      return read.ok && failed ? fail(failed) : read;
    },
    async steps() {
      const verified = await log.verify();
      if (!verified.ok) return verified;
      if (verified.value.flaw) return fail(flawed(JSON.stringify(verified.value.flaw)));
      const read = await log.lines();
      if (!read.ok) return read;
      return ok(read.value.flatMap(({ entry }) => (entry?.act.kind === 'snapshots removed' ? [entry.act.count] : [])));
    },
    close: log.close,
  });
}

const flawed = (detail: string): AppError => ({
  code: 'corrupt-file',
  message: 'Verify found a flaw.',
  next: '',
  detail,
});

async function openPractice(dataFolder: string, notice: Notice): Opened {
  const store = createPracticeStore(join(dataFolder, 'practice'));
  const read = await store.read(now());
  if (!read.ok) return read;
  for (const error of read.value.notices) notice(error);
  let state: SimulatorState = read.value.kept?.state ?? simulatorState(campusReaders(3));
  // As its server does, one request at a time.
  const queue = createQueue();
  return ok({
    step: (n) =>
      queue.run(async () => {
        const next = withEvents(state, [{ step: n }]);
        const written = await store.write({ port: 4000, state: next });
        if (written.ok) state = next;
        return written;
      }),
    steps: async () => ok(state.events.flatMap((event) => (JSON.stringify(event).match(/\d+/) ?? []).map(Number))),
    close: store.close,
  });
}

async function openConnections(dataFolder: string, notice: Notice): Opened {
  const { connections, notices } = await openConnectionStore(dataFolder, now);
  for (const error of notices) notice(error);
  return ok({
    step: async (n) => connections.put(connection(`c${n}`, `Site ${n}`)),
    steps: async () =>
      ok(
        numbersIn(
          connections.list().map(({ name }) => name),
          'Site ',
        ),
      ),
    close: async () => {},
  });
}

async function openPresets(dataFolder: string, notice: Notice): Opened {
  const { presets, notices } = await openPresetStore(dataFolder, now);
  for (const error of notices) notice(error);
  return ok({
    step: async (n) => {
      const preset = { id: `p${n}`, name: `Preset ${n}`, eventType: null, labels: [], actorId: '', actorName: '' };
      return presets.replace([...presets.list(), preset]);
    },
    steps: async () =>
      ok(
        numbersIn(
          presets.list().map(({ name }) => name),
          'Preset ',
        ),
      ),
    close: async () => {},
  });
}

async function openMappings(dataFolder: string, notice: Notice): Opened {
  const { mappings, notices } = await openImportMappings(dataFolder, now);
  for (const error of notices) notice(error);
  const column = (n: number) => ({ columns: [n], separator: '' });
  return ok({
    step: async (n) =>
      mappings.remember('readers', [`id ${n}`], { id: column(n), name: column(n), otherFields: null, site: null }),
    steps: async () =>
      ok(
        Array.from({ length: 100 }, (_, index) => index + 1).filter(
          (n) => mappings.of('readers', [`id ${n}`]) !== null,
        ),
      ),
    close: async () => {},
  });
}

async function openSettings(dataFolder: string, notice: Notice): Opened {
  const { store, notices } = await openSettingsStore(dataFolder, now);
  for (const error of notices) notice(error);
  return ok({
    step: async (n) => store.write({ ...store.read(), defaultLabels: [`Label ${n}`] }),
    steps: async () => ok(numbersIn(store.read().defaultLabels, 'Label ')),
    close: async () => {},
  });
}

async function openWindowPlace(dataFolder: string, notice: Notice): Opened {
  const { place, notices } = await openWindowPlaceStore(dataFolder, now);
  for (const error of notices) notice(error);
  return ok({
    step: async (n) => place.write({ bounds: { x: n, y: 0, width: 900, height: 600 }, maximised: false }),
    steps: async () => ok([place.read().bounds?.x ?? []].flat()),
    close: async () => {},
  });
}

async function openPushNote(dataFolder: string): Opened {
  const pushes = createPushesInFlight({ connections: folders(dataFolder), now });
  // One push at a time, as the mutex of pushes has it.
  const queue = createQueue();
  return ok({
    step: (n) =>
      queue.run(() =>
        pushes.write(id, {
          startedAt: now().toISOString(),
          body: '{"readers":[]}',
          listKey: 'readers',
          counts: { added: n, renamed: 0, changed: 0, removed: 0, unchanged: 0 },
        }),
      ),
    async steps() {
      const read = await pushes.read(id);
      return read.ok ? ok([read.value?.counts.added ?? []].flat()) : read;
    },
    close: async () => {},
  });
}

async function openLastPush(dataFolder: string, notice: Notice): Opened {
  let failed: AppError | null = null;
  const watch = createTakeoverWatch({
    connections: { ...folders(dataFolder), get: (connectionId) => connection(connectionId, 'Site') },
    look: async () => {},
    onChange: () => {},
    notice(error) {
      failed = error;
      notice(error);
    },
    now,
    later: () => () => {},
  });
  const queue = createQueue();
  return ok({
    step: (n) =>
      queue.run(async () => {
        failed = null;
        await watch.pushed(id, [{ before: null, after: { id: `r${n}`, name: 'Door' } }]);
        return failed ? fail(failed) : ok(undefined);
      }),
    async steps() {
      const changes = await watch.changes(id);
      return ok(
        numbersIn(
          changes.map(({ after }) => after?.id ?? ''),
          'r',
        ),
      );
    },
    close: async () => watch.close(),
  });
}

async function openToken(dataFolder: string): Opened {
  const keyring = createKeyring(
    {
      isAsyncEncryptionAvailable: async () => true,
      getSelectedStorageBackend: () => 'gnome_libsecret',
      encryptStringAsync: async (text) => Buffer.from(`v11${text}`),
      decryptStringAsync: async (bytes) => ({ result: bytes.subarray(3).toString(), shouldReEncrypt: false }),
    },
    'linux',
  );
  const secrets = createSecrets({
    files: createSecretFiles(join(dataFolder, 'tokens')),
    keyring,
    log: () => {},
    onBound: () => {},
  });
  const origin = 'https://camio.example';
  return ok({
    step: (n) => secrets.set(id, { token: `camio-token-for-tests-${n}`, origin }),
    async steps() {
      const token = await secrets.reveal(id, origin);
      if (token.ok) return ok(numbersIn([token.value], 'camio-token-for-tests-'));
      return token.error.code === 'token-missing' ? ok([]) : token;
    },
    close: async () => {},
  });
}
