import type { TransportFailure } from '../../core/camio/http.ts';

type Reason = Extract<TransportFailure, { kind: 'unreachable' }>['reason'];

// Chromium's errors (net/base/net_error_list.h) that surely came before a request was sent.
const unreachable: readonly (readonly [RegExp, Reason])[] = [
  [/^ERR_(NAME_NOT_RESOLVED|NAME_RESOLUTION_FAILED|DNS_|ICANN_NAME_COLLISION)/, 'name'],
  [/^ERR_CONNECTION_REFUSED$/, 'refused'],
  [/^ERR_INTERNET_DISCONNECTED$/, 'offline'],
  [/^ERR_(PROXY_|TUNNEL_CONNECTION_FAILED|SOCKS_|MANDATORY_PROXY|NO_SUPPORTED_PROXIES|PAC_)/, 'proxy'],
  [/^ERR_(ADDRESS_|CONNECTION_FAILED|NETWORK_ACCESS_DENIED|BLOCKED_BY_|INVALID_URL|UNSAFE_PORT)/, 'other'],
];

// Errors of the handshake and of certificates. The two alerts can also come later, on a connection in use.
const handshake = /^ERR_(CERT_|SSL_|BAD_SSL_|ECH_)/;
const laterAlert = /^ERR_SSL_(BAD_RECORD_MAC_ALERT|DECRYPT_ERROR_ALERT)$/;

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
  if (handshake.test(name) && !laterAlert.test(name)) {
    return { kind: 'tls', detail, ...(issuer === undefined ? {} : { issuer }) };
  }
  if (name === 'ERR_TIMED_OUT' || name === 'ERR_CONNECTION_TIMED_OUT') return { kind: 'timeout', sent: true };
  return { kind: 'broken', sent: true, detail };
}
