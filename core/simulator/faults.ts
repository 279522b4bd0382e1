import { parseDeviceList } from '../camio/device-list.ts';
import type { ListKey } from '../camio/dialect.ts';
import type { Reader } from '../readers/reader.ts';
import { exhaustive } from '../result.ts';
import { apiPath, type SimulatorAnswer, type SimulatorRequest, type SimulatorState, simulate } from './simulator.ts';

/** Something that goes wrong with some requests. Plain data, so that a test or another process can ask for it. */
export type Fault = FaultScope & FaultKind;

/** Which requests a fault meets: every one, unless narrowed. */
interface FaultScope {
  readonly method?: 'GET' | 'POST';
  readonly call?: 'devices' | 'webhooks' | 'user';
  /** Lets this many matching requests pass first. */
  readonly after?: number;
  /** Ends after this many; otherwise it stays. */
  readonly times?: number;
}

type FaultKind =
  /** Answers late. */
  | { readonly kind: 'latency'; readonly ms: number }
  /** Answers this instead of doing anything: any status, a redirect (with `location`), HTML, nothing at all. */
  | {
      readonly kind: 'answer';
      readonly status: number;
      readonly headers?: Readonly<Record<string, string>>;
      readonly body?: string;
    }
  /** Does what was asked, but answers this. */
  | { readonly kind: 'commit, then answer'; readonly status: number; readonly body?: string }
  /** Does what was asked, and answers as usual once the faults are set anew. */
  | { readonly kind: 'hold' }
  /** Never answers; with `commit` it still does what was asked. */
  | { readonly kind: 'hang'; readonly commit: boolean }
  /** Cuts the connection without an answer; with `commit` it still does what was asked. */
  | { readonly kind: 'reset'; readonly commit: boolean }
  /** Cuts the connection in the middle of the answer's body, after doing what was asked. */
  | { readonly kind: 'reset mid-body' }
  /** Answers as usual, a few bytes at a time. */
  | { readonly kind: 'slow body'; readonly chunkBytes: number; readonly pauseMs: number }
  /** Answers 200 with this many bytes. */
  | { readonly kind: 'huge body'; readonly bytes: number }
  /** Answers a write as usual and stores nothing. */
  | { readonly kind: 'accept, but ignore' }
  /** Stores a list only where it comes under this key; under the other it answers a write as usual and stores nothing. */
  | { readonly kind: 'ignore other keys'; readonly listKey: ListKey }
  /** Answers as usual, by a clock that is so much ahead; behind where negative. */
  | { readonly kind: 'clock off'; readonly aheadMs: number }
  /** Stores every name in capitals and drops the last reader. */
  | { readonly kind: 'store differently' }
  /** Stores a list, and after this many reads of it the former list is back, as if a gateway had pushed its own. */
  | { readonly kind: 'revert later'; readonly reads: number };

/** How an answer goes out. `held` waits until it is let go; `never` keeps the connection open; `reset` cuts it. */
export type Delivery =
  | { readonly kind: 'whole'; readonly answer: SimulatorAnswer; readonly delayMs: number }
  | { readonly kind: 'held'; readonly answer: SimulatorAnswer }
  | { readonly kind: 'never' }
  | { readonly kind: 'reset' }
  | { readonly kind: 'reset mid-body'; readonly answer: SimulatorAnswer }
  | { readonly kind: 'clock off'; readonly answer: SimulatorAnswer; readonly aheadMs: number }
  | { readonly kind: 'slow'; readonly answer: SimulatorAnswer; readonly chunkBytes: number; readonly pauseMs: number }
  | { readonly kind: 'huge'; readonly bytes: number };

/** One request through the faults: the first that meets it acts, and `faults` are those left with their counts. */
export function simulateWithFaults(
  state: SimulatorState,
  faults: readonly Fault[],
  request: SimulatorRequest,
  token: string,
): { readonly state: SimulatorState; readonly faults: readonly Fault[]; readonly delivery: Delivery } {
  const { fault, left } = meet(faults, request);
  const usual = simulate(state, request, token);
  return {
    ...(fault ? misbehave(fault, state, request, usual) : { state: usual.state, delivery: whole(usual.answer) }),
    faults: left,
  };
}

/** The fault a request meets, or null, and the faults afterwards. */
function meet(faults: readonly Fault[], request: SimulatorRequest): { fault: Fault | null; left: readonly Fault[] } {
  let met: Fault | null = null;
  const left = faults.flatMap((fault): readonly Fault[] => {
    if (met || !matches(fault, request)) return [fault];
    if (fault.after !== undefined && fault.after > 0) return [{ ...fault, after: fault.after - 1 }];
    met = fault;
    if (fault.times === undefined) return [fault];
    return fault.times > 1 ? [{ ...fault, times: fault.times - 1 }] : [];
  });
  return { fault: met, left };
}

function matches({ method, call }: FaultScope, request: SimulatorRequest): boolean {
  const path = call === 'user' ? '/api/user' : `${apiPath}/${call}`;
  return (method === undefined || method === request.method) && (call === undefined || path === request.path);
}

function misbehave(
  fault: Fault,
  before: SimulatorState,
  request: SimulatorRequest,
  usual: { readonly state: SimulatorState; readonly answer: SimulatorAnswer },
): { readonly state: SimulatorState; readonly delivery: Delivery } {
  const { state, answer } = usual;
  switch (fault.kind) {
    case 'latency':
      return { state, delivery: { kind: 'whole', answer, delayMs: fault.ms } };
    case 'answer':
      return { state: before, delivery: whole(madeUp(fault)) };
    case 'commit, then answer':
      return { state, delivery: whole(madeUp(fault)) };
    case 'hold':
      return { state, delivery: { kind: 'held', answer } };
    case 'hang':
      return { state: fault.commit ? state : before, delivery: { kind: 'never' } };
    case 'reset':
      return { state: fault.commit ? state : before, delivery: { kind: 'reset' } };
    case 'reset mid-body':
      return { state, delivery: { kind: 'reset mid-body', answer } };
    case 'slow body':
      return { state, delivery: { ...fault, kind: 'slow', answer } };
    case 'huge body':
      return { state, delivery: { kind: 'huge', bytes: fault.bytes } };
    case 'accept, but ignore':
      return { state: before, delivery: whole(answer) };
    case 'ignore other keys': {
      const list = parseDeviceList(request.body);
      const isIgnored = list.ok && list.value.seenAs !== fault.listKey;
      return { state: isIgnored ? before : state, delivery: whole(answer) };
    }
    case 'clock off':
      return { state, delivery: { ...fault, answer } };
    case 'store differently':
      return { state: { ...state, readers: spoiled(state.readers) }, delivery: whole(answer) };
    case 'revert later':
      return {
        state: { ...state, takeover: { readers: before.readers, reads: fault.reads } },
        delivery: whole(answer),
      };
    default:
      return exhaustive(fault);
  }
}

function madeUp({
  status,
  headers,
  body = '',
}: {
  status: number;
  headers?: SimulatorAnswer['headers'];
  body?: string;
}) {
  return { status, headers: headers ?? {}, body };
}

function whole(answer: SimulatorAnswer): Delivery {
  return { kind: 'whole', answer, delayMs: 0 };
}

function spoiled(readers: readonly Reader[]): Reader[] {
  return readers.slice(0, -1).map((reader) => ({ ...reader, name: reader.name.toUpperCase() }));
}
