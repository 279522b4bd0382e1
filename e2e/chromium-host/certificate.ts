import { connect } from 'node:tls';

interface CertificateRequest {
  readonly hostname: string;
  readonly certificate: { readonly issuerName: string };
  readonly verificationResult: string;
  readonly errorCode: number;
}

export type VerifyProc = (request: CertificateRequest, answer: (verdict: number) => void) => void;

const asFound = -3;
let verify: VerifyProc | null = null;

export function setVerifyProc(proc: VerifyProc | null): void {
  verify = proc;
}

/** Shows main a certificate that was turned down, as Chromium does. Node drops it unseen, so it is fetched once more. */
export async function showTurnedDown(url: URL, verificationResult: string): Promise<void> {
  const proc = verify;
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
