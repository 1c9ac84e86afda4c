import { createHash } from 'node:crypto';

const digests: Readonly<Record<string, string>> = { '256': 'sha256', '384': 'sha384', '512': 'sha512' };

/**
 * Whether an ID token was given out with this access token (OpenID Connect Core 1.0, section 3.1.3.6): the left half of
 * the digest that the signature's algorithm names. EdDSA names none; it is SHA-512 for Ed25519.
 */
export function isAtHashRight(atHash: string, accessToken: string, algorithm: string): boolean {
  const digest = digests[algorithm.slice(-3)] ?? (algorithm.startsWith('Ed') ? 'sha512' : undefined);
  if (digest === undefined) return false;
  const whole = createHash(digest).update(accessToken, 'ascii').digest();
  // not secret: whoever holds the ID token reads both
  return whole.subarray(0, whole.length / 2).toString('base64url') === atHash;
}
