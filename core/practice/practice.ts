/** One request the practice account's server received, as its panel shows it. The token is never part of it. */
export interface ReceivedRequest {
  readonly number: number;
  readonly receivedAt: string;
  readonly method: string;
  readonly path: string;
  /** The body as text, cut at 4,000 characters; `bodyBytes` is its full size. */
  readonly body: string;
  readonly bodyBytes: number;
  readonly status: number;
}

export interface PracticeStatus {
  readonly running: boolean;
  readonly baseUrl: string | null;
  readonly readers: number;
  /** Newest first, at most 100. */
  readonly received: readonly ReceivedRequest[];
}
