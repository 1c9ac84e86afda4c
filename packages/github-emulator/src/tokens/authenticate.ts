import { isJwt, type JwtCheck } from '../apps/check-app-jwt.ts';
import type { Clock } from '../model/clock.ts';
import type { ModelConstants } from '../model/constants.data.ts';
import type { AccountRecord } from '../world/model.ts';
import type { Token } from './token.ts';
import type { TokenStore } from './token-store.ts';
import type { Viewer } from './viewer.ts';

export type Authentication =
  | { readonly kind: 'known'; readonly viewer: Viewer }
  /** Known for what it is, and refused: a JWT, or a token of a suspended installation. */
  | { readonly kind: 'refused'; readonly status: number; readonly message: string }
  | { readonly kind: 'bad-credentials' }
  | { readonly kind: 'locked' };

/** Of what a token was made under. */
export type TokenStanding = 'good' | 'suspended' | 'gone';

type Dependencies = {
  readonly clock: Clock;
  readonly tokens: TokenStore;
  /** Of the world, or an app's bot. */
  readonly findAccount: (id: number) => AccountRecord | undefined;
  readonly checkJwt: (jwt: string) => JwtCheck;
  readonly standingOf: (token: Token) => TokenStanding;
  readonly readConstants: () => ModelConstants;
  /** The secret of the app with that client id. */
  readonly findClientSecret: (clientId: string) => string | undefined;
};

/** Reads `Authorization`; several bad log-ins in a row lock the user (or all unknown tokens) for a while. */
export function createAuthenticator(dependencies: Dependencies) {
  const { clock, tokens, findAccount, readConstants, findClientSecret } = dependencies;
  const failures = new Map<string, readonly number[]>();
  const lockedUntilMs = new Map<string, number>();
  const lastUsedMs = new Map<string, number>();

  function isLocked(key: string): boolean {
    return (lockedUntilMs.get(key) ?? 0) > clock.nowMs();
  }

  function fail(key: string): Authentication {
    const { attempts, windowSeconds, lockSeconds } = readConstants().badLogins;
    const nowMs = clock.nowMs();
    const recent = [...(failures.get(key) ?? []), nowMs].filter((at) => at > nowMs - windowSeconds * 1000);
    failures.set(key, recent);
    if (recent.length >= attempts) lockedUntilMs.set(key, nowMs + lockSeconds * 1000);
    return { kind: 'bad-credentials' };
  }

  /** Undefined: no app's id was given. */
  function findClient(authorization: string): Authentication | undefined {
    const { user: clientId, password } = readBasic(authorization) ?? { user: '', password: '' };
    const secret = findClientSecret(clientId);
    if (secret === undefined) return undefined;
    const isKnown = secret === password; // not secret: both are made up here
    return isKnown ? { kind: 'known', viewer: { kind: 'client', clientId } } : fail(`client:${clientId}`);
  }

  /** What nobody used for a year GitHub revokes. */
  function findUsed(credential: string): Token | undefined {
    const token = tokens.find(credential);
    if (token === undefined || !endsUnused(token)) return token;
    const nowMs = clock.nowMs();
    const isIdle = nowMs - (lastUsedMs.get(credential) ?? token.createdAtMs) > yearMs;
    lastUsedMs.set(credential, nowMs);
    return isIdle ? tokens.change({ value: credential, isRevoked: true }) : token;
  }

  function authenticateToken(credential: string): Authentication {
    const token = findUsed(credential);
    const key = token === undefined ? 'unknown' : String(token.accountId);
    if (isLocked(key)) return { kind: 'locked' };
    const standing = token && isUsable(token, clock.nowMs()) ? dependencies.standingOf(token) : 'gone';
    const account = token && findAccount(token.accountId);
    if (token === undefined || account === undefined || standing === 'gone') return fail(key);
    return standing === 'suspended'
      ? suspended
      : { kind: 'known', viewer: { kind: 'token', token, account } };
  }

  return function authenticate(authorization: string | undefined): Authentication {
    if (authorization === undefined) return { kind: 'known', viewer: { kind: 'anonymous' } };
    const credential = readCredential(authorization) ?? '';
    if (isJwt(credential)) return toAppAuthentication(dependencies.checkJwt(credential));
    return findClient(authorization) ?? authenticateToken(credential);
  };
}

const yearMs = 365 * 86_400_000;

function endsUnused({ kind }: Token): boolean {
  return kind === 'classic' || kind === 'fine-grained' || kind === 'oauth';
}

const suspended: Authentication = {
  kind: 'refused',
  status: 403,
  message: 'This installation has been suspended',
};

function toAppAuthentication(check: JwtCheck): Authentication {
  return check.kind === 'app' ? { kind: 'known', viewer: check } : check;
}

/** Neither revoked nor at its end. */
export function isUsable(token: Token, nowMs: number): boolean {
  return !token.isRevoked && (token.expiresAtMs === undefined || token.expiresAtMs > nowMs);
}

/** The token of `token X`, `Bearer X` or `Basic base64(anything:X)`. */
function readCredential(authorization: string): string | undefined {
  const [scheme = '', credential = ''] = authorization.trim().split(/\s+/);
  return /^(token|bearer)$/i.test(scheme) ? credential : readBasic(authorization)?.password;
}

function readBasic(authorization: string): { readonly user: string; readonly password: string } | undefined {
  const [scheme = '', credential = ''] = authorization.trim().split(/\s+/);
  if (!/^basic$/i.test(scheme)) return undefined;
  const decoded = Buffer.from(credential, 'base64').toString('utf8');
  const cut = decoded.indexOf(':');
  return { user: decoded.slice(0, Math.max(0, cut)), password: decoded.slice(cut + 1) };
}
