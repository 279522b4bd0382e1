/** A JSON number kept as its source text, so that 20-digit ids and 1.0 survive a round trip. */
export interface JsonNumber {
  readonly isLosslessNumber: true;
  readonly value: string;
}

/** Any JSON value as plain data; numbers as source text where they came from Camio. */
export type Json = null | boolean | number | string | JsonNumber | readonly Json[] | { readonly [key: string]: Json };
