import { sign } from 'node:crypto';

/** Who an app is to GitHub. */
export interface AppKey {
  /** The app's id; its client id is accepted too where the host is not an old Enterprise Server. */
  readonly issuer: string;
  /** PEM. */
  readonly privateKey: string;
}

/** GitHub refuses what was issued in its future, and what is good for more than ten minutes of its time. */
const backdatedSeconds = 60;
const lifeSeconds = 540;

/** How an app signs in: RS256, good for nine minutes of the clock that is given (GitHub, "Generating a JSON Web Token"). */
export function signAppJwt({ issuer, privateKey }: AppKey, now: Date): string {
  const nowSeconds = Math.floor(now.getTime() / 1000);
  const claims = { iat: nowSeconds - backdatedSeconds, exp: nowSeconds + lifeSeconds, iss: issuer };
  const signed = `${toPart({ alg: 'RS256', typ: 'JWT' })}.${toPart(claims)}`;
  return `${signed}.${sign('RSA-SHA256', Buffer.from(signed), privateKey).toString('base64url')}`;
}

const toPart = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
