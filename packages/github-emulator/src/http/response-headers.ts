import type { Emulator } from '../emulator.ts';
import type { Quota } from '../limits/primary.ts';
import { isAppIssued, isScoped, type Token } from '../tokens/token.ts';
import type { Viewer } from '../tokens/viewer.ts';

type Headers = Record<string, string>;

/** On every answer, whatever it says. */
export function toStandardHeaders(emulator: Emulator, requestId: string): Headers {
  const version =
    emulator.shape === 'enterprise-server'
      ? { 'x-github-enterprise-version': emulator.enterpriseVersion }
      : {};
  return {
    date: new Date(emulator.clock.shownMs()).toUTCString(),
    server: 'github.com',
    'x-github-request-id': requestId,
    'x-content-type-options': 'nosniff',
    vary: 'Accept, Authorization, Cookie, X-GitHub-OTP, Accept-Encoding, Accept, X-Requested-With',
    ...version,
  };
}

export function toRateHeaders(quota: Quota): Headers {
  return {
    'x-ratelimit-limit': String(quota.limit),
    'x-ratelimit-remaining': String(quota.remaining),
    'x-ratelimit-used': String(quota.used),
    'x-ratelimit-reset': String(quota.resetAt),
    'x-ratelimit-resource': quota.resource,
  };
}

/** What the answer says about the credential: scopes, or wanted permissions, and when it ends. */
export function toTokenHeaders(
  viewer: Viewer,
  wanted: { readonly scopes: string; readonly permissions: string },
): Headers {
  if (viewer.kind !== 'token') return {};
  const { token } = viewer;
  const own = isAppIssued(token) ? { 'x-oauth-client-id': token.clientId } : toExpiryHeader(token);
  if (!isScoped(token)) {
    const { permissions } = wanted;
    return permissions === '' ? own : { ...own, 'x-accepted-github-permissions': permissions };
  }
  return {
    ...own,
    'x-oauth-scopes': token.scopes.join(', '),
    'x-accepted-oauth-scopes': wanted.scopes,
  };
}

/** Of personal tokens that end. */
function toExpiryHeader({ kind, expiresAtMs }: Token): Headers {
  if (expiresAtMs === undefined || kind === 'installation') return {};
  return { 'github-authentication-token-expiration': toExpiry(expiresAtMs) };
}

/** `pull_requests=read; contents=read`, one of which is needed; what needs none says so. */
export function toAcceptedPermissions(needs: readonly string[]): string {
  return needs.length === 0
    ? 'allows_permissionless_access=true'
    : needs.map((need) => `${need}=read`).join('; ');
}

/** `2027-10-12 09:00:00 UTC`. */
function toExpiry(atMs: number): string {
  return `${new Date(atMs).toISOString().slice(0, 19).replace('T', ' ')} UTC`;
}
