import { z } from 'zod';
import type { Emulator } from '../emulator.ts';
import { GitHubError } from '../http/github-error.ts';
import { toRepository } from '../rest/present/repository.ts';
import type { RestAnswer, RestRequest } from '../rest/route.ts';
import { type InstallationToken, makeInstallationTokenValue } from '../tokens/token.ts';
import type { RepositorySource } from '../world/model.ts';
import { type AppPermissions, type GithubApp, permissionsSchema } from './github-app.ts';
import { type Installation, isInstalledOn } from './installations.ts';
import { toInstant } from './present-app.ts';

const lifeMs = 3_600_000;
const mostRepositories = 500;

const bodySchema = z
  .object({
    repositories: z.array(z.string()).optional(),
    repository_ids: z.array(z.number().int()).optional(),
    permissions: permissionsSchema.optional(),
  })
  .default({});

/** Makes a token of an installation, good for an hour, narrowed as the body says. Throws 403 and 422 in GitHub's words. */
export function mintToken(request: RestRequest, app: GithubApp, installation: Installation): RestAnswer {
  const { emulator } = request;
  if (installation.suspended !== undefined)
    throw new GitHubError(403, 'This installation has been suspended');
  const body = bodySchema.safeParse(request.body);
  if (!body.success) throw new GitHubError(422, 'Invalid request.');
  const { repositories, repository_ids: ids, permissions } = body.data;
  const chosen = chooseRepositories(emulator, installation, [...(repositories ?? []), ...(ids ?? [])]);
  const token: InstallationToken = {
    kind: 'installation',
    value: makeInstallationTokenValue(app.id, isStateless(request), emulator.random),
    login: app.bot.login,
    accountId: app.bot.id,
    expiresAtMs: emulator.clock.nowMs() + lifeMs,
    isRevoked: false,
    installationId: installation.id,
    repositoryIds: chosen?.map(({ record }) => record.id) ?? 'all',
    permissions: narrow(installation.permissions, permissions),
  };
  emulator.tokens.put(token);
  return { status: 201, body: toBody(request, token, { installation, chosen }), items: 1 };
}

function isStateless({ emulator, header }: RestRequest): boolean {
  const asked = header('x-github-stateless-s2s-token');
  return asked === undefined ? emulator.settings.installationTokens === 'stateless' : asked === 'enabled';
}

/** By name or id; undefined when none are named. */
function chooseRepositories(
  { world }: Emulator,
  installation: Installation,
  named: readonly (string | number)[],
): readonly RepositorySource[] | undefined {
  if (named.length === 0) return undefined;
  if (named.length > mostRepositories)
    throw new GitHubError(422, `You cannot name more than ${mostRepositories} repositories.`);
  const covered = world
    .repositoriesOf(installation.accountId)
    .filter(({ record }) => isInstalledOn(installation, record));
  return named.map((one) => {
    const found = covered.find(({ record }) => record.id === one || record.name === one);
    if (found !== undefined) return found;
    throw new GitHubError(
      422,
      'There is at least one repository that does not exist or is not accessible to the parent installation.',
    );
  });
}

const levels = ['read', 'write', 'admin'];

function narrow(held: AppPermissions, asked: AppPermissions | undefined): AppPermissions {
  if (asked === undefined) return held;
  const isHeld = ([name, level]: readonly [string, string]) =>
    levels.indexOf(level) <= levels.indexOf(held[name] ?? 'none');
  if (!Object.entries(asked).every(isHeld))
    throw new GitHubError(422, 'The permissions requested are not granted to this installation.');
  return { metadata: 'read', ...asked };
}

function toBody(
  { emulator }: RestRequest,
  { value, expiresAtMs = 0, permissions }: InstallationToken,
  about: { readonly installation: Installation; readonly chosen: readonly RepositorySource[] | undefined },
) {
  const { installation, chosen } = about;
  const isAll = chosen === undefined && installation.repositoryIds === 'all';
  return {
    token: value,
    expires_at: toInstant(expiresAtMs),
    permissions,
    repository_selection: isAll ? 'all' : 'selected',
    ...(chosen === undefined
      ? {}
      : { repositories: chosen.map((source) => toRepository(emulator.urls, source)) }),
  };
}
