import { createHash } from 'node:crypto';
import type { HostUrls } from '../hosts.ts';

interface Authorisation {
  readonly clientId: string;
  /** Where GitHub leads back to; one the app is registered with. */
  readonly redirectUri: string;
  readonly state: string;
  /** 43 to 128 characters; only its S256 challenge goes along (RFC 7636). */
  readonly codeVerifier: string;
  /** Of an OAuth app; a GitHub App's users have no scopes. */
  readonly scopes?: readonly string[];
  /** Lets whoever is led there choose another account than the one they are signed in with. */
  readonly isAccountChosen?: boolean;
}

/** Where a person is led to let an app in (GitHub, "Authorizing OAuth apps", "Generating a user access token"). */
export function toAuthoriseUrl({ webUrl }: Pick<HostUrls, 'webUrl'>, given: Authorisation): string {
  const url = new URL(`${webUrl}/login/oauth/authorize`);
  const challenge = createHash('sha256').update(given.codeVerifier).digest('base64url');
  url.search = new URLSearchParams({
    client_id: given.clientId,
    redirect_uri: given.redirectUri,
    state: given.state,
    code_challenge: challenge,
    code_challenge_method: 'S256',
    ...(given.scopes === undefined ? {} : { scope: given.scopes.join(' ') }),
    ...(given.isAccountChosen === true ? { prompt: 'select_account' } : {}),
  }).toString();
  return url.href;
}
