import { expect, test } from 'vitest';
import { transportFailure } from './net-error.ts';

test.each([
  ['ERR_NAME_NOT_RESOLVED', { kind: 'unreachable', reason: 'name' }],
  ['ERR_DNS_TIMED_OUT', { kind: 'unreachable', reason: 'name' }],
  ['ERR_CONNECTION_REFUSED', { kind: 'unreachable', reason: 'refused' }],
  ['ERR_INTERNET_DISCONNECTED', { kind: 'unreachable', reason: 'offline' }],
  ['ERR_PROXY_CONNECTION_FAILED', { kind: 'unreachable', reason: 'proxy' }],
  ['ERR_PROXY_AUTH_REQUESTED', { kind: 'unreachable', reason: 'proxy login' }],
  ['ERR_TUNNEL_CONNECTION_FAILED', { kind: 'unreachable', reason: 'proxy' }],
  ['ERR_ADDRESS_UNREACHABLE', { kind: 'unreachable', reason: 'other' }],
  ['ERR_CERT_AUTHORITY_INVALID', { kind: 'tls', sent: false, issuer: 'Example CA' }],
  ['ERR_SSL_VERSION_OR_CIPHER_MISMATCH', { kind: 'tls', sent: false }],
  ['ERR_BAD_SSL_CLIENT_AUTH_CERT', { kind: 'tls', sent: false }],
])('net::%s surely came before sending', (name, failure) => {
  const seen = transportFailure(`net::${name}`, 'camio.com', 'Example CA');
  expect(seen).toMatchObject({ ...failure, detail: `camio.com: net::${name}` });
  expect(seen).not.toMatchObject({ sent: true });
});

test.each([
  ['net::ERR_CONNECTION_TIMED_OUT', { kind: 'timeout', sent: true }],
  ['net::ERR_CONNECTION_RESET', { kind: 'broken', sent: true }],
  ['net::ERR_EMPTY_RESPONSE', { kind: 'broken', sent: true }],
  ['net::ERR_HTTP2_PROTOCOL_ERROR', { kind: 'broken', sent: true }],
  ['net::ERR_NETWORK_CHANGED', { kind: 'broken', sent: true }],
  ['net::ERR_SSL_PROTOCOL_ERROR', { kind: 'tls', sent: true }],
  ['net::ERR_SSL_BAD_RECORD_MAC_ALERT', { kind: 'tls', sent: true }],
  ['net::ERR_SSL_SERVER_CERT_CHANGED', { kind: 'tls', sent: true }],
  ['something new', { kind: 'broken', sent: true }],
])('%s may have come after sending', (message, failure) => {
  expect(transportFailure(message, 'camio.com', undefined)).toMatchObject(failure);
});
