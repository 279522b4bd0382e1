/** What became of a token at the server that granted it. */
export type Revocation = 'revoked' | 'not offered' | 'failed';

/** The revocation address in an authorization server's metadata (RFC 8414 2), if there is one of `origin`. */
export function readRevocationAddress(metadata: string, origin: string): string | null {
  let json: unknown;
  try {
    json = JSON.parse(metadata);
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
  if (typeof json !== 'object' || json === null || !('revocation_endpoint' in json)) return null;
  const address = json.revocation_endpoint;
  if (typeof address !== 'string' || !URL.canParse(address) || new URL(address).origin !== origin) return null;
  return address;
}
