/** One HTTP call as core asks for it. Redirects are never followed, cookies and caches never used. */
export interface HttpRequest {
  readonly method: 'GET' | 'POST';
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  /** Covers everything from connecting to the last byte of the answer. */
  readonly timeoutMs: number;
  /** An answer larger than this is cut off and reported as `too large`. */
  readonly maxAnswerBytes: number;
  readonly signal: AbortSignal;
  /** It may reach the server once at most, even where the connection breaks. */
  readonly once?: true;
}

/** Why no answer came. `sent` says whether the server may have acted on the request. */
export type TransportFailure =
  | {
      readonly kind: 'unreachable';
      readonly reason: 'name' | 'refused' | 'offline' | 'proxy' | 'proxy login' | 'other';
      readonly detail: string;
    }
  | { readonly kind: 'tls'; readonly sent: boolean; readonly detail: string; readonly issuer?: string }
  | { readonly kind: 'timeout'; readonly sent: boolean }
  | { readonly kind: 'broken'; readonly sent: boolean; readonly detail: string }
  | { readonly kind: 'cancelled'; readonly sent: boolean }
  | { readonly kind: 'too large'; readonly limitBytes: number };

/** What came of a call: an answer (any status), a redirect that was not followed, or no usable answer. */
export type HttpOutcome =
  | {
      readonly kind: 'answer';
      readonly status: number;
      /** Header names in lower case. */
      readonly headers: Readonly<Record<string, string>>;
      readonly body: string;
      /** Set where the body was not UTF-8: what could not be read is U+FFFD in `body`. */
      readonly notUtf8?: true;
      readonly latencyMs: number;
    }
  | { readonly kind: 'redirect'; readonly status: number; readonly target: string; readonly latencyMs: number }
  | { readonly kind: 'failed'; readonly failure: TransportFailure; readonly latencyMs: number };

/** The one door to the network. Main supplies it; it never rejects. */
export type Send = (request: HttpRequest) => Promise<HttpOutcome>;
