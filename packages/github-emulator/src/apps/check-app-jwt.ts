import { verify } from 'node:crypto';
import type { GithubApp, GithubApps } from './github-app.ts';

export type JwtCheck =
  | { readonly kind: 'app'; readonly appId: number }
  | { readonly kind: 'refused'; readonly status: 401 | 404; readonly message: string };

/** The longest a JWT may still be good. */
const longestSeconds = 600;

/** Whether a bearer credential is meant to be a JWT: three parts, of which the first is JSON in base64url. */
export function isJwt(credential: string): boolean {
  return /^eyJ[\w-]*\.[\w-]*\.[\w-]*$/.test(credential);
}

/** Checks a JWT by which an app signs in, in GitHub's words. No clock skew is forgiven: `iat` may not lie ahead. */
export function checkAppJwt(jwt: string, apps: GithubApps, nowMs: number): JwtCheck {
  const [header = '', payload = '', signature = ''] = jwt.split('.');
  const claims = parsePart(payload);
  if (claims === undefined || parsePart(header)?.['alg'] !== 'RS256') return refuse(undecodable);
  const app = findIssuer(claims['iss'], apps);
  if (app === undefined) return { kind: 'refused', status: 404, message: 'Integration not found' };
  const signed = Buffer.from(`${header}.${payload}`);
  const isSigned = [app.publicKeyPem, ...app.olderKeyPems].some((key) =>
    verify('RSA-SHA256', signed, key, Buffer.from(signature, 'base64url')),
  );
  const problem = isSigned ? findTimeProblem(claims, nowMs / 1000) : undecodable;
  return problem === undefined ? { kind: 'app', appId: app.id } : refuse(problem);
}

const undecodable = 'A JSON web token could not be decoded';

function findTimeProblem(claims: Readonly<Record<string, unknown>>, nowSeconds: number): string | undefined {
  const { iat, exp } = { iat: claims['iat'], exp: claims['exp'] };
  if (!Number.isInteger(iat) || Number(iat) > nowSeconds)
    return "'Issued at' claim ('iat') must be an Integer representing the time that the assertion was issued";
  if (typeof exp !== 'number' || exp <= nowSeconds)
    return "'Expiration time' claim ('exp') must be a numeric value representing the future time at which the assertion expires";
  return exp > nowSeconds + longestSeconds
    ? "'Expiration time' claim ('exp') is too far in the future"
    : undefined;
}

/** By app id, as a number or its digits, or by client id. */
function findIssuer(issuer: unknown, apps: GithubApps): GithubApp | undefined {
  if (typeof issuer !== 'string' && typeof issuer !== 'number') return undefined;
  return apps.findByClientId(String(issuer)) ?? apps.find(Number(issuer));
}

function parsePart(part: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const parsed: unknown = JSON.parse(Buffer.from(part, 'base64url').toString('utf8'));
    return typeof parsed === 'object' && parsed !== null ? { ...parsed } : undefined;
  } catch {
    return undefined;
  }
}

function refuse(message: string): JwtCheck {
  return { kind: 'refused', status: 401, message };
}
