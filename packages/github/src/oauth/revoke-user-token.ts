import { requestOnce } from '../client/request-once.ts';
import { GitHubFailure } from '../github-failure.ts';
import { type OauthClient, toBasicAuthorization } from './oauth-client.ts';

/** Ends one token at GitHub (`DELETE /applications/{client_id}/token`). One that is gone already is fine. */
export const revokeUserToken = (client: OauthClient, token: string, signal?: AbortSignal): Promise<void> =>
  revoke(client, 'token', token, signal);

/** Ends the whole authorisation: all tokens this app has of the token's owner (`DELETE …/grant`). */
export const revokeUserGrant = (client: OauthClient, token: string, signal?: AbortSignal): Promise<void> =>
  revoke(client, 'grant', token, signal);

async function revoke(
  client: OauthClient,
  what: 'token' | 'grant',
  token: string,
  signal: AbortSignal | undefined,
): Promise<void> {
  try {
    await requestOnce(
      client,
      {
        method: 'DELETE',
        url: `${client.urls.restUrl}/applications/${encodeURIComponent(client.clientId)}/${what}`,
        authorization: toBasicAuthorization(client),
        body: { access_token: token },
      },
      signal,
    );
  } catch (error) {
    if (!isGone(error)) throw error;
  }
}

/** GitHub says 404, or 422, of a token that it no longer knows. */
const isGone = (error: unknown): boolean =>
  error instanceof GitHubFailure && (error.status === 404 || error.status === 422);
