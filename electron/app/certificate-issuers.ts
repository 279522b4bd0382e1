import type { Session } from 'electron';
import type { IssuerOf } from '../camio/send.ts';

/** Chromium's own verdict on a certificate stands. */
const asChromiumFound = -3;

/**
 * Remembers who issued each certificate that Chromium turned down, so that the refusal can name a proxy that opens
 * encrypted traffic. The verdict itself is never changed.
 */
export function watchCertificateIssuers(session: Session): IssuerOf {
  const issuers = new Map<string, string>();
  session.setCertificateVerifyProc(({ hostname, certificate, errorCode }, answer) => {
    if (errorCode === 0) issuers.delete(hostname);
    else issuers.set(hostname, certificate.issuerName);
    answer(asChromiumFound);
  });
  return (host) => issuers.get(host);
}
