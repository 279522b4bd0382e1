/** Node's error codes as Chromium names the same failures (net/base/net_error_list.h). */
const names: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'CONNECTION_REFUSED',
  ECONNRESET: 'CONNECTION_RESET',
  ECONNABORTED: 'CONNECTION_ABORTED',
  EPIPE: 'CONNECTION_RESET',
  ETIMEDOUT: 'CONNECTION_TIMED_OUT',
  ENOTFOUND: 'NAME_NOT_RESOLVED',
  EAI_AGAIN: 'NAME_NOT_RESOLVED',
  EHOSTUNREACH: 'ADDRESS_UNREACHABLE',
  ENETUNREACH: 'INTERNET_DISCONNECTED',
  EADDRNOTAVAIL: 'ADDRESS_INVALID',
  EPROTO: 'SSL_PROTOCOL_ERROR',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'CERT_AUTHORITY_INVALID',
  SELF_SIGNED_CERT_IN_CHAIN: 'CERT_AUTHORITY_INVALID',
  UNABLE_TO_GET_ISSUER_CERT: 'CERT_AUTHORITY_INVALID',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'CERT_AUTHORITY_INVALID',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'CERT_AUTHORITY_INVALID',
  CERT_HAS_EXPIRED: 'CERT_DATE_INVALID',
  CERT_NOT_YET_VALID: 'CERT_DATE_INVALID',
  CERT_REVOKED: 'CERT_REVOKED',
  ERR_TLS_CERT_ALTNAME_INVALID: 'CERT_COMMON_NAME_INVALID',
  HPE_HEADER_OVERFLOW: 'RESPONSE_HEADERS_TOO_BIG',
};

/** An error of Node's sockets as Chromium would report it, e.g. `net::ERR_CONNECTION_REFUSED`. */
export function netError(error: Error): Error {
  const code = 'code' in error ? String(error.code) : '';
  // A connection closed without one byte of an answer; Node calls that a reset, too.
  if (error.message === 'socket hang up') return new Error('net::ERR_EMPTY_RESPONSE');
  if (code.startsWith('HPE_') && !(code in names)) return new Error('net::ERR_INVALID_HTTP_RESPONSE');
  return new Error(`net::ERR_${names[code] ?? 'FAILED'}`);
}
