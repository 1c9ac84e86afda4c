import * as z from 'zod';
import type { AppClient } from './app-client.ts';
import { parseAs } from './app-record.ts';
import type { Permissions } from './to-app-permissions.ts';

export interface MintWanted {
  readonly installationId: number;
  /** No more than the installation holds. */
  readonly permissions: Permissions;
  /** Of GitHub; at most 500, and none means all that the installation covers. */
  readonly repositoryIds: readonly number[];
  /** Asks for the form of forty characters. */
  readonly isClassicForm: boolean;
}

export interface InstallationToken {
  /** Opaque: of forty characters, or since 2026 about 520, with dots, dashes and underscores. */
  readonly token: string;
  /** How long it is good from now, by GitHub's clock. */
  readonly lifeMs: number;
}

const answer = z.object({ token: z.string().min(1), expires_at: z.iso.datetime({ offset: true }) });

/** GitHub refuses to narrow a token to more. */
export const mostRepositories = 500;

/**
 * A token of an installation, narrowed. Rejects with `GitHubFailure` of status 404 where it was uninstalled, 403 where it
 * is suspended, 422 where something is asked for that it does not hold.
 */
export async function mintInstallationToken(
  client: AppClient,
  { installationId, permissions, repositoryIds, isClassicForm }: MintWanted,
  signal?: AbortSignal,
): Promise<InstallationToken> {
  const { body, observedAt } = await client.ask(
    {
      method: 'POST',
      path: `/app/installations/${installationId}/access_tokens`,
      body: {
        permissions,
        ...(repositoryIds.length === 0 ? {} : { repository_ids: repositoryIds }),
      },
      ...(isClassicForm ? { headers: { 'x-github-stateless-s2s-token': 'disabled' } } : {}),
    },
    signal,
  );
  const { token, expires_at } = parseAs(answer, body);
  return { token, lifeMs: new Date(expires_at).getTime() - observedAt.getTime() };
}
