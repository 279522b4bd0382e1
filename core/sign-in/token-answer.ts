import { cutShort } from '../camio/cut-short.ts';
import type { HttpOutcome } from '../camio/http.ts';
import { longestToken } from '../connections/token.ts';
import { fail, ok, type Result } from '../result.ts';
import type { SignInFailure } from './sign-in-failure.ts';

type Answer = Extract<HttpOutcome, { kind: 'answer' }>;

/** The fields of a token endpoint’s answer that are used; all others are left unread. */
type Fields = Readonly<Partial<Record<(typeof fieldNames)[number], unknown>>>;
const fieldNames = ['access_token', 'token_type', 'expires_in', 'refresh_token', 'scope', 'error', 'error_description'];

const headerSafe = /^[\x21-\x7e]+$/;

/**
 * A token endpoint’s answer in the form that RFC 6749 5.1 demands, as JSON text. Takes GitHub’s habits: form-encoded
 * bodies, errors with status 200, no `token_type`. What is no grant is the failure it tells of.
 */
export function readTokenAnswer(answer: Answer): Result<string, SignInFailure> {
  const fields = readFields(answer);
  if (fields !== null && typeof fields.error === 'string' && fields.error !== '') {
    const description = typeof fields.error_description === 'string' ? fields.error_description : '';
    return fail({
      code: 'error answer',
      error: cutShort(fields.error, 100),
      description: cutShort(description, 500),
    });
  }
  if (answer.status !== 200) {
    // A text that speaks of tokens may hold one.
    const text = /_token/i.test(answer.body) ? '' : cutShort(answer.body.trim(), 500);
    return fail({ code: 'status', status: answer.status, text });
  }
  if (fields === null) return unreadable('It is neither JSON nor form-encoded.');
  const { access_token, refresh_token, expires_in, scope, token_type } = fields;
  if (!isToken(access_token)) return unreadable('It has no usable access token.');
  if (!isAbsent(token_type) && !(typeof token_type === 'string' && /^bearer$/i.test(token_type))) {
    return unreadable('Its token is of a type other than Bearer.');
  }
  const expiresIn = Number(expires_in);
  return ok(
    JSON.stringify({
      access_token,
      token_type: 'bearer',
      ...(isToken(refresh_token) ? { refresh_token } : {}),
      // Seconds, which some servers write as a text. 0 and nonsense say nothing.
      ...(isNumeric(expires_in) && expiresIn > 0 ? { expires_in: expiresIn } : {}),
      ...(typeof scope === 'string' ? { scope } : {}),
    }),
  );
}

function readFields({ headers, body }: Answer): Fields | null {
  const type = (headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
  if (type === 'application/x-www-form-urlencoded') return fromForm(body);
  const json = fromJson(body);
  if (json) return json;
  // Form-encoded under another name, e.g. text/plain; a page that happens to contain "=" has none of the fields.
  return /^[^<{]*$/.test(body) && /(^|&)(access_token|error)=/.test(body.trim()) ? fromForm(body.trim()) : null;
}

function fromJson(body: string): Fields | null {
  try {
    const json: unknown = JSON.parse(body);
    return typeof json === 'object' && json !== null && !Array.isArray(json)
      ? picked(new Map(Object.entries(json)))
      : null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

/** null where a field comes twice: which of them is meant cannot be known. */
function fromForm(body: string): Fields | null {
  const values = new Map<string, unknown>();
  const form = new URLSearchParams(body);
  for (const name of fieldNames) {
    const [value, ...more] = form.getAll(name);
    if (more.length > 0) return null;
    if (value !== undefined) values.set(name, value);
  }
  return picked(values);
}

function picked(values: ReadonlyMap<string, unknown>): Fields {
  return Object.fromEntries(fieldNames.map((name) => [name, values.get(name)]));
}

function isToken(value: unknown): value is string {
  return typeof value === 'string' && value.length <= longestToken && headerSafe.test(value);
}

function isAbsent(value: unknown): boolean {
  return value === undefined || value === null || value === '';
}

function isNumeric(value: unknown): boolean {
  return (
    (typeof value === 'number' || (typeof value === 'string' && /^\d{1,12}$/.test(value))) &&
    Number.isFinite(Number(value))
  );
}

function unreadable(why: string): Result<never, SignInFailure> {
  return fail({ code: 'unreadable', why });
}
