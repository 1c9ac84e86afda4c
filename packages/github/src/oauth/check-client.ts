import { requestOnce } from '../client/request-once.ts';
import { GitHubFailure } from '../github-failure.ts';
import { type OauthClient, toBasicAuthorization } from './oauth-client.ts';

/** No token of GitHub's: nobody's, whatever app asks. */
const nobodysToken = `gho_${'0'.repeat(36)}`;

/**
 * Whether a host takes an app's client id and secret, learnt by asking about a token that nobody has
 * (`POST /applications/{client_id}/token`). Rejects with `GitHubFailure` for everything else. 1 request.
 */
export async function checkClient(client: OauthClient, signal?: AbortSignal): Promise<'good' | 'wrong'> {
  try {
    await requestOnce(
      client,
      {
        method: 'POST',
        url: `${client.urls.restUrl}/applications/${encodeURIComponent(client.clientId)}/token`,
        authorization: toBasicAuthorization(client),
        body: { access_token: nobodysToken },
      },
      signal,
    );
    return 'good';
  } catch (error) {
    if (!(error instanceof GitHubFailure)) throw error;
    if (error.status === 404 || error.status === 422) return 'good';
    if (error.kind === 'not-signed-in') return 'wrong';
    throw error;
  }
}
