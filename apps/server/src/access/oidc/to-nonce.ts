import { createHash } from 'node:crypto';

/** Made again from what only the browser that left can make again, so it is stored nowhere. */
export const toNonce = (codeVerifier: string): string =>
  createHash('sha256').update(`nonce ${codeVerifier}`).digest('base64url');
