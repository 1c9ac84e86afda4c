import { GitHubError } from '../http/github-error.ts';
import { toRepository } from '../rest/present/repository.ts';
import type { RestAnswer, RestRequest } from '../rest/route.ts';
import { makeInstallationTokenValue } from '../tokens/token.ts';
import type { GithubApp } from './github-app.ts';
import type { Installation } from './installations.ts';
import { chooseRepositories, narrowingSchema, narrowPermissions } from './narrow-installation.ts';
import { toInstant } from './present-app.ts';

const lifeMs = 3_600_000;

/** Makes a token of an installation, good for an hour, narrowed as the body says. Throws 403 and 422 in GitHub's words. */
export function mintToken(request: RestRequest, app: GithubApp, installation: Installation): RestAnswer {
  const { emulator } = request;
  const { clock, random, tokens, urls, world } = emulator;
  if (installation.suspended !== undefined)
    throw new GitHubError(403, 'This installation has been suspended');
  const asked = narrowingSchema.default({}).safeParse(request.body);
  if (!asked.success) throw new GitHubError(422, 'Invalid request.');
  const chosen = chooseRepositories(world, installation, asked.data);
  const permissions = narrowPermissions(installation.permissions, asked.data.permissions);
  const { value } = tokens.put({
    kind: 'installation',
    value: makeInstallationTokenValue(app.id, isStateless(request), random),
    login: app.bot.login,
    accountId: app.bot.id,
    expiresAtMs: clock.nowMs() + lifeMs,
    isRevoked: false,
    installationId: installation.id,
    repositoryIds: chosen?.map(({ record }) => record.id) ?? 'all',
    permissions,
  });
  const isAll = chosen === undefined && installation.repositoryIds === 'all';
  const body = {
    token: value,
    expires_at: toInstant(clock.shownMs() + lifeMs),
    permissions,
    repository_selection: isAll ? 'all' : 'selected',
    ...(chosen === undefined ? {} : { repositories: chosen.map((source) => toRepository(urls, source)) }),
  };
  return { status: 201, body, items: 1 };
}

function isStateless({ emulator, header }: RestRequest): boolean {
  const asked = header('x-github-stateless-s2s-token');
  return asked === undefined ? emulator.settings.installationTokens === 'stateless' : asked === 'enabled';
}
