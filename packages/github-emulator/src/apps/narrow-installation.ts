import { z } from 'zod';
import { GitHubError } from '../http/github-error.ts';
import type { RepositorySource, World } from '../world/model.ts';
import { type AppPermissions, permissionsSchema } from './github-app.ts';
import { type Installation, isInstalledOn } from './installations.ts';

const mostRepositories = 500;

/** What a body says a token should be narrowed to. */
export const narrowingSchema = z.object({
  repositories: z.array(z.string()).optional(),
  repository_ids: z.array(z.number().int()).optional(),
  permissions: permissionsSchema.optional(),
});

/** By name or id; undefined when none are named. Throws 422 on one that the installation does not cover. */
export function chooseRepositories(
  world: World,
  installation: Installation,
  { repositories = [], repository_ids: ids = [] }: z.output<typeof narrowingSchema>,
): readonly RepositorySource[] | undefined {
  const named: readonly (string | number)[] = [...repositories, ...ids];
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

/** The permissions asked for, or all that are held. Throws 422 on one that is not. */
export function narrowPermissions(held: AppPermissions, asked: AppPermissions | undefined): AppPermissions {
  if (asked === undefined) return held;
  const isHeld = ([name, level]: readonly [string, string]) =>
    levels.indexOf(level) <= levels.indexOf(held[name] ?? 'none');
  if (!Object.entries(asked).every(isHeld))
    throw new GitHubError(422, 'The permissions requested are not granted to this installation.');
  return { metadata: 'read', ...asked };
}
