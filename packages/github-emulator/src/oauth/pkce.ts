import { createHash } from 'node:crypto';

export type ChallengeReading =
  | { readonly kind: 'absent' }
  | { readonly kind: 'challenge'; readonly challenge: string }
  | { readonly kind: 'invalid'; readonly problem: string };

/** The challenge of an authorisation request: S256 or none. Without a method RFC 7636 means `plain`, which is refused. */
export function readChallenge(query: URLSearchParams): ChallengeReading {
  const challenge = query.get('code_challenge');
  const method = query.get('code_challenge_method');
  if (challenge === null && method === null) return { kind: 'absent' };
  if (method !== 'S256') return { kind: 'invalid', problem: 'The code_challenge_method must be S256.' };
  if (challenge === null || !/^[\w-]{43}$/.test(challenge))
    return { kind: 'invalid', problem: 'The code_challenge must be 43 characters of base64url.' };
  return { kind: 'challenge', challenge };
}

/** Whether the verifier is the one the challenge was made of; a verifier nobody asked for is no proof of anything. */
export function isVerified(challenge: string | undefined, verifier: string | undefined): boolean {
  if (challenge === undefined) return true;
  if (verifier === undefined || !/^[\w.~-]{43,128}$/.test(verifier)) return false;
  return createHash('sha256').update(verifier).digest('base64url') === challenge;
}
