import { type GitHubClient, GitHubFailure } from '@throughline/github';
import * as z from 'zod';
import type { OrganisationHeard, OwnerHeard } from './examination.ts';

const user = z.object({ login: z.string() });

/** An installation is nobody: that it may list its repositories shows that it is accepted. */
export async function readOwner(client: GitHubClient): Promise<OwnerHeard> {
  if (client.tokenKind === 'app-installation') {
    await client.getRest('/installation/repositories', { per_page: 1 });
    return { login: undefined, scopes: undefined };
  }
  const { body, headers } = await client.getRest('/user');
  return { login: user.safeParse(body).data?.login, scopes: parseScopes(headers['x-oauth-scopes']) };
}

const parseScopes = (header: string | undefined): readonly string[] | undefined =>
  header
    ?.split(',')
    .map((scope) => scope.trim())
    .filter((scope) => scope !== '');

const profile = z.object({
  id: z.number().int(),
  login: z.string(),
  public_repos: z.number().int().optional(),
  total_private_repos: z.number().int().optional(),
});

/** Undefined where GitHub shows nothing of that name. */
export async function readProfile(
  client: GitHubClient,
  login: string,
): Promise<OrganisationHeard | undefined> {
  const found = await findBody(client, '/orgs/{login}', { login });
  const parsed = profile.safeParse(found).data;
  return (
    parsed && {
      githubId: parsed.id,
      login: parsed.login,
      publicRepositories: parsed.public_repos,
      privateRepositories: parsed.total_private_repos,
    }
  );
}

/** Who an id is stands in the public profile, whatever the login was. */
export async function readLogin(client: GitHubClient, accountId: number): Promise<string | undefined> {
  return user.safeParse(await findBody(client, '/user/{account_id}', { account_id: accountId })).data?.login;
}

export async function findBody(
  client: GitHubClient,
  path: string,
  parameters: Readonly<Record<string, string | number>>,
): Promise<unknown> {
  try {
    return (await client.getRest(path, parameters)).body;
  } catch (error) {
    if (error instanceof GitHubFailure && error.kind === 'gone') return undefined;
    throw error;
  }
}
