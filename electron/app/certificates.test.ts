import { EventEmitter } from 'node:events';
import type { Session } from 'electron';
import { expect, it, vi } from 'vitest';
import { createCertificateIssuers, presentNoCertificate } from './certificates.ts';

type Verify = NonNullable<Parameters<Session['setCertificateVerifyProc']>[0]>;

/** A session, and what its verify procedure says to a certificate. */
function fakeSession() {
  let verify: Verify | null = null;
  return {
    setCertificateVerifyProc: (proc: Verify | null) => {
      verify = proc;
    },
    shows(hostname: string, issuerName: string, errorCode: number): number | null {
      let verdict: number | null = null;
      const request = { hostname, certificate: { issuerName }, errorCode } as Parameters<Verify>[0];
      verify?.(request, (given) => {
        verdict = given;
      });
      return verdict;
    },
  };
}

it('names the issuer of what any of its sessions turned down, and leaves every verdict to Chromium', () => {
  const { watch, issuerOf } = createCertificateIssuers();
  const [read, write] = [fakeSession(), fakeSession()];
  watch(read);
  watch(write);
  expect(read.shows('camio.com', 'Inspection CA', -202)).toBe(-3);
  expect(issuerOf('camio.com')).toBe('Inspection CA');
  expect(write.shows('other.example', 'Other CA', -202)).toBe(-3);
  expect(issuerOf('other.example')).toBe('Other CA');
  expect(write.shows('camio.com', 'Real CA', 0)).toBe(-3);
  expect(issuerOf('camio.com')).toBeUndefined();
});

it('presents no client certificate, whatever the system holds', () => {
  const app = new EventEmitter();
  presentNoCertificate(app);
  const [preventDefault, present] = [vi.fn(), vi.fn()];
  app.emit('select-client-certificate', { preventDefault }, null, 'camio.com:443', [{}], present);
  expect(preventDefault).toHaveBeenCalledTimes(1);
  expect(present).toHaveBeenCalledWith();
});
