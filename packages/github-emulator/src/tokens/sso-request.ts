import { createHash } from 'node:crypto';
import { isScoped, type ScopedToken } from './token.ts';
import type { TokenStore } from './token-store.ts';

const lifeSeconds = 3_600;

/** What stands for a token in the address under which its user authorises it for an organisation, without telling it. */
export function toCredentialId(value: string): string {
  return createHash('sha256').update(value).digest('base64url').slice(0, 24);
}

/** The value of `authorization_request`: good for an hour. */
export function toSsoRequest(credentialId: string, nowMs: number): string {
  return `${credentialId}.${Math.floor(nowMs / 1_000)}`;
}

/** The token that an `authorization_request` is for; undefined: of nobody, or too old. */
export function findRequestedToken(
  request: string,
  tokens: TokenStore,
  nowMs: number,
): ScopedToken | undefined {
  const [credentialId, madeAt] = request.split('.');
  const ageSeconds = nowMs / 1_000 - Number(madeAt);
  if (!(ageSeconds >= 0 && ageSeconds <= lifeSeconds)) return undefined;
  return tokens
    .list()
    .filter(isScoped)
    .find(({ value, isRevoked }) => !isRevoked && toCredentialId(value) === credentialId);
}
