import { GitHubFailure } from '../github-failure.ts';
import type { AppClient } from './app-client.ts';

/** Takes the App from an account (`DELETE /app/installations/{id}`); one that is gone already is fine. */
export async function endInstallation(
  client: AppClient,
  installationId: number,
  signal?: AbortSignal,
): Promise<void> {
  try {
    await client.ask({ method: 'DELETE', path: `/app/installations/${installationId}` }, signal);
  } catch (error) {
    if (!(error instanceof GitHubFailure) || error.kind !== 'gone') throw error;
  }
}
