import { createHash, randomBytes } from 'node:crypto';
import type { AuthorizationFault } from '../../core/simulator/authorization-faults.ts';
import {
  type AuthorizationRequest,
  type AuthorizationState,
  authorize,
  isAuthorizationPath,
  noSignIns,
  type RegisteredClient,
  revokeAll,
  validGrant,
} from '../../core/simulator/authorization-server.ts';
import type { Delivery } from '../../core/simulator/faults.ts';

/** The simulated Camio’s sign-ins, in memory. Tokens that it grants end with the server. */
export interface AuthorizationPort {
  /** How to answer, or null where the request is none of a sign-in. */
  answer(request: AuthorizationRequest, issuer: string, email: string): Delivery | null;
  /** Whether this Authorization header has a token that was granted here and is valid now. */
  accepts(authorization: string): boolean;
  state(): AuthorizationState;
  setFaults(faults: readonly AuthorizationFault[]): void;
  revokeAll(): void;
}

export function createAuthorizationPort(client: RegisteredClient, now: () => Date): AuthorizationPort {
  let state = noSignIns;
  let faults: readonly AuthorizationFault[] = [];
  return {
    answer(request, issuer, email) {
      if (!isAuthorizationPath(request.path)) return null;
      const needs = { client, issuer, email, nowMs: now().getTime(), random, s256 };
      const step = authorize(state, faults, request, needs);
      state = step.state;
      faults = step.faults;
      return step.answer ? { kind: 'whole', answer: step.answer, delayMs: 0 } : { kind: 'never' };
    },
    accepts: (authorization) => validGrant(state, authorization.replace(/^Bearer /, ''), now().getTime()) !== null,
    state: () => state,
    setFaults: (next) => {
      faults = next;
    },
    revokeAll: () => {
      state = revokeAll(state);
    },
  };
}

const random = () => randomBytes(24).toString('base64url');
const s256 = (text: string) => createHash('sha256').update(text).digest('base64url');
