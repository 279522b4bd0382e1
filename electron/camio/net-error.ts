import type { TransportFailure } from '../../core/camio/http.ts';

type Reason = Extract<TransportFailure, { kind: 'unreachable' }>['reason'];

// Chromium's errors (net/base/net_error_list.h) that surely came before a request was sent.
const unreachable: readonly (readonly [RegExp, Reason])[] = [
  [/^ERR_(NAME_NOT_RESOLVED|NAME_RESOLUTION_FAILED|DNS_|ICANN_NAME_COLLISION)/, 'name'],
  [/^ERR_CONNECTION_REFUSED$/, 'refused'],
  [/^ERR_INTERNET_DISCONNECTED$/, 'offline'],
  [/^ERR_(PROXY_AUTH_REQUESTED|UNEXPECTED_PROXY_AUTH|PROXY_AUTH_UNSUPPORTED)/, 'proxy login'],
  [/^ERR_(PROXY_|TUNNEL_CONNECTION_FAILED|SOCKS_|MANDATORY_PROXY|NO_SUPPORTED_PROXIES|PAC_)/, 'proxy'],
  [/^ERR_(ADDRESS_|CONNECTION_FAILED|NETWORK_ACCESS_DENIED|BLOCKED_BY_|INVALID_URL|UNSAFE_PORT)/, 'other'],
];

// Faults of a certificate, and of a handshake that surely was not finished. Any other fault of TLS (a protocol error, an
// alert, a certificate that changed) can come while the answer is read, or in TLS 1.3 after the request was sent.
const beforeSending =
  /^ERR_(CERT_|ECH_|BAD_SSL_CLIENT_AUTH_CERT$|SSL_(VERSION_OR_CIPHER_MISMATCH|UNRECOGNIZED_NAME_ALERT|OBSOLETE_VERSION_OR_CIPHER|NO_RENEGOTIATION|CLIENT_AUTH_|PINNED_KEY_NOT_IN_CERT_CHAIN|SERVER_CERT_BAD_FORMAT|KEY_USAGE_INCOMPATIBLE|WEAK_SERVER_EPHEMERAL_DH_KEY))/;
const tls = /^ERR_(CERT_|SSL_|BAD_SSL_|ECH_)/;

/**
 * What a Chromium network error (`net::ERR_…`) says about a call. Everything that does not surely come before sending
 * counts as sent.
 */
export function transportFailure(message: string, host: string, issuer: string | undefined): TransportFailure {
  const name = message.replace(/^.*net::/, '');
  const detail = `${host}: ${message}`;
  for (const [pattern, reason] of unreachable) {
    if (pattern.test(name)) return { kind: 'unreachable', reason, detail };
  }
  if (tls.test(name)) {
    return { kind: 'tls', sent: !beforeSending.test(name), detail, ...(issuer === undefined ? {} : { issuer }) };
  }
  if (name === 'ERR_TIMED_OUT' || name === 'ERR_CONNECTION_TIMED_OUT') return { kind: 'timeout', sent: true };
  return { kind: 'broken', sent: true, detail };
}
