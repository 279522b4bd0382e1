import type { Session } from 'electron';
import type { IssuerOf } from '../camio/send.ts';

/** Chromium's own verdict on a certificate stands. */
const asChromiumFound = -3;

export interface CertificateIssuers {
  /** Looks at the certificates of this session's connections. Electron has one verify procedure per session. */
  watch(session: Pick<Session, 'setCertificateVerifyProc'>): void;
  readonly issuerOf: IssuerOf;
}

/**
 * Remembers who issued each certificate that Chromium turned down, so that the refusal can name a proxy that opens
 * encrypted traffic. The verdict itself is never changed.
 */
export function createCertificateIssuers(): CertificateIssuers {
  const issuers = new Map<string, string>();
  return {
    watch(session) {
      session.setCertificateVerifyProc(({ hostname, certificate, errorCode }, answer) => {
        if (errorCode === 0) issuers.delete(hostname);
        else issuers.set(hostname, certificate.issuerName);
        answer(asChromiumFound);
      });
    },
    issuerOf: (host) => issuers.get(host),
  };
}

/** What is used of Electron's `app`. */
interface CertificateChooser {
  on(
    event: 'select-client-certificate',
    listener: (
      event: { preventDefault(): void },
      contents: unknown,
      url: string,
      certificates: unknown,
      present: () => void,
    ) => void,
  ): unknown;
}

/**
 * Camio knows a person by the token alone. Left alone, Electron presents the first certificate of the system's store that
 * fits, and with it the person's name, to any server that asks.
 */
export function presentNoCertificate(app: CertificateChooser): void {
  app.on('select-client-certificate', (event, _contents, _url, _certificates, present) => {
    event.preventDefault();
    present();
  });
}
