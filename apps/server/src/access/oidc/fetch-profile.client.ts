import type { SignOnSettings } from '@throughline/contract';
import { authorizationCodeGrant, type Configuration, fetchUserInfo } from 'openid-client';
import { isAtHashRight } from './is-at-hash-right.ts';
import { type SignOnProfile, toProfile } from './to-profile.ts';

interface Came {
  /** The address that was come back to, with what was in it. */
  readonly address: URL;
  readonly state: string;
  readonly nonce: string;
  readonly codeVerifier: string;
}

/**
 * Makes the code that came back an ID token, checked whole (signature by the provider's keys, `iss`, `aud`, `exp`,
 * `nonce`, `at_hash`), and reads who it is. What it leaves out is asked of the provider's user information.
 */
export async function fetchProfile(
  config: Configuration,
  settings: SignOnSettings,
  came: Came,
): Promise<SignOnProfile> {
  const tokens = await authorizationCodeGrant(config, came.address, {
    expectedState: came.state,
    expectedNonce: came.nonce,
    pkceCodeVerifier: came.codeVerifier,
    idTokenExpected: true,
  });
  const claims = tokens.claims();
  if (claims === undefined || tokens.id_token === undefined) throw new Error('No ID token came along.');
  checkAtHash(claims['at_hash'], tokens.access_token, tokens.id_token);
  const told = await completeClaims(config, settings, { claims, accessToken: tokens.access_token });
  const profile = toProfile(told, settings);
  if (profile === undefined) throw new Error('The ID token names nobody.');
  return profile;
}

function checkAtHash(atHash: unknown, accessToken: string, idToken: string): void {
  if (atHash === undefined) return;
  const header: unknown = JSON.parse(Buffer.from(idToken.split('.')[0] ?? '', 'base64url').toString());
  const { alg } = Object(header) as { readonly alg?: unknown }; // as: any object, whose alg is looked at below
  const isRight =
    typeof atHash === 'string' && typeof alg === 'string' && isAtHashRight(atHash, accessToken, alg);
  if (!isRight) throw new Error('The ID token was given out with another access token (at_hash).');
}

interface Told {
  readonly claims: Readonly<Record<string, unknown>> & { readonly sub: string };
  readonly accessToken: string;
}

/** Asks for what the ID token does not say, where the provider offers that; the token's own claims go first. */
async function completeClaims(
  config: Configuration,
  { groupsClaim }: SignOnSettings,
  { claims, accessToken }: Told,
): Promise<Readonly<Record<string, unknown>>> {
  const isWhole = claims['email'] !== undefined && (groupsClaim === undefined || groupsClaim in claims);
  if (isWhole || config.serverMetadata().userinfo_endpoint === undefined) return claims;
  return { ...(await fetchUserInfo(config, accessToken, claims.sub)), ...claims };
}
