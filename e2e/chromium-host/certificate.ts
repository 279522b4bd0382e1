import { connect } from 'node:tls';

interface CertificateRequest {
  readonly hostname: string;
  readonly certificate: { readonly issuerName: string };
  readonly verificationResult: string;
  readonly errorCode: number;
}

export type VerifyProc = (request: CertificateRequest, answer: (verdict: number) => void) => void;

const asFound = -3;
/** Each session has its own; that of the default session has no key. */
const procs = new Map<object | undefined, VerifyProc>();

export function setVerifyProc(session: object | undefined, proc: VerifyProc | null): void {
  if (proc) procs.set(session, proc);
  else procs.delete(session);
}

/**
 * Shows main a certificate that was turned down on a connection of `session`, as Chromium does. Node drops it unseen, so
 * it is fetched once more.
 */
export async function showTurnedDown(session: object | undefined, url: URL, verificationResult: string): Promise<void> {
  const proc = procs.get(session);
  if (!proc) return;
  const issuerName = await issuerOf(url);
  proc({ hostname: url.hostname, certificate: { issuerName }, verificationResult, errorCode: -202 }, (verdict) => {
    if (verdict !== asFound) throw new Error('The Chromium host leaves every verdict on a certificate as it is.');
  });
}

function issuerOf({ hostname, port }: URL): Promise<string> {
  return new Promise((resolve) => {
    // Nothing is sent over this connection.
    const socket = connect({
      host: hostname,
      port: Number(port || 443),
      servername: hostname,
      rejectUnauthorized: false,
    });
    const end = (issuerName: string) => {
      socket.destroy();
      resolve(issuerName);
    };
    socket.once('secureConnect', () => end(String(socket.getPeerCertificate().issuer?.CN ?? '')));
    socket.once('error', () => end(''));
  });
}
