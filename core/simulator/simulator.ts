import { encodeDeviceList, parseDeviceList } from '../camio/device-list.ts';
import type { ListKey } from '../camio/dialect.ts';
import type { Json } from '../json.ts';
import type { Reader } from '../readers/reader.ts';
import { readEvents } from './webhook.ts';

/** What the simulated Camio holds for its one account. Plain data; the token is not part of it. */
export interface SimulatorState {
  readonly email: string;
  readonly readers: readonly Reader[];
  /** Under which key it answers with the list. */
  readonly listKey: ListKey;
  /** Events it accepted, oldest first, as they came, at most `eventLimit`. */
  readonly events: readonly Json[];
  /** A gateway that puts its own list back: after `reads` more reads of the list. */
  readonly takeover: { readonly readers: readonly Reader[]; readonly reads: number } | null;
}

export interface SimulatorRequest {
  readonly method: string;
  /** Without host and query. */
  readonly path: string;
  /** The Authorization header, or '' where there is none. */
  readonly authorization: string;
  readonly body: string;
}

export interface SimulatorAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export const apiPath = '/api/integrations/pacs';
const eventLimit = 1000;

/** An account that holds the given readers and has seen no event. */
export function simulatorState(readers: readonly Reader[], email = 'practice@camio.example'): SimulatorState {
  return { email, readers, listKey: 'readers', events: [], takeover: null };
}

/** What Camio does with one request: its next state and its answer. Pure; knows both dialects. */
export function simulate(
  state: SimulatorState,
  request: SimulatorRequest,
  token: string,
): { readonly state: SimulatorState; readonly answer: SimulatorAnswer } {
  const methods = routes.get(request.path);
  if (!methods) return { state, answer: refuse(404, 'There is nothing at this path.') };
  if (request.authorization !== `Bearer ${token}`) return { state, answer: refuse(401, 'The token is not valid.') };
  const handle = methods[request.method];
  return handle ? handle(state, request.body) : { state, answer: refuse(405, 'This path does not take this method.') };
}

type Handle = (
  state: SimulatorState,
  body: string,
) => { readonly state: SimulatorState; readonly answer: SimulatorAnswer };

const routes: ReadonlyMap<string, Readonly<Record<string, Handle>>> = new Map([
  [`${apiPath}/devices`, { GET: listReaders, POST: replaceReaders }],
  [`${apiPath}/webhooks`, { POST: takeEvents }],
  ['/api/user', { GET: tellAccount }],
]);

function listReaders(state: SimulatorState) {
  const { takeover } = state;
  const now = takeover?.reads === 0 ? { ...state, readers: takeover.readers, takeover: null } : state;
  const next = now.takeover ? { ...now, takeover: { ...now.takeover, reads: now.takeover.reads - 1 } } : now;
  return { state: next, answer: answerJson(200, encodeDeviceList(now.readers, now)) };
}

function replaceReaders(state: SimulatorState, body: string) {
  const list = parseDeviceList(body);
  if (!list.ok) return { state, answer: refuse(400, list.error.why) };
  return { state: { ...state, readers: list.value.readers }, answer: answerJson(200, '{}') };
}

function takeEvents(state: SimulatorState, body: string) {
  const events = readEvents(body);
  if (!events.ok) return { state, answer: refuse(422, events.error) };
  return { state: withEvents(state, events.value), answer: answerJson(200, '{}') };
}

/** A state that has taken in these events, too: of all it ever took, the last `eventLimit`. */
export function withEvents(state: SimulatorState, events: readonly Json[]): SimulatorState {
  return { ...state, events: [...state.events, ...events].slice(-eventLimit) };
}

function tellAccount(state: SimulatorState) {
  return { state, answer: answerJson(200, JSON.stringify({ email: state.email })) };
}

function answerJson(status: number, body: string): SimulatorAnswer {
  return { status, headers: { 'content-type': 'application/json; charset=utf-8' }, body };
}

export function refuse(status: number, error: string): SimulatorAnswer {
  return answerJson(status, JSON.stringify({ error }));
}
