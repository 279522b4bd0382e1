/** The scope that Camio’s guide names for the access-control API. */
export const neededScope = 'annotations:write';

/** The page that asks the person for consent (RFC 6749 4.1.1, RFC 7636 4.3). The verifier itself is never part of it. */
export function buildAuthorizeUrl(request: {
  readonly authorizeUrl: string;
  readonly clientId: string;
  readonly redirectUri: string;
  readonly state: string;
  /** S256 of the verifier. */
  readonly challenge: string;
}): string {
  const url = new URL(request.authorizeUrl);
  const query = {
    response_type: 'code',
    client_id: request.clientId,
    redirect_uri: request.redirectUri,
    scope: neededScope,
    state: request.state,
    code_challenge: request.challenge,
    code_challenge_method: 'S256',
  };
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
  return url.href;
}
