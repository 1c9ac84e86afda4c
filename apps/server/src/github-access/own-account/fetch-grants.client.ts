import { type GitHubClient, GitHubFailure } from '@throughline/github';
import * as z from 'zod';
import { asking } from '../github-error.ts';
import { markLost, noteUse, type OwnAccountRecord } from './own-accounts.sql.ts';
import { accountLost, type OwnAccountDependencies, withOwnToken } from './own-token.client.ts';

interface Grant {
  readonly login: string;
  readonly reach: 'all' | 'chosen';
  readonly isSuspended: boolean;
}

const installations = z.object({
  total_count: z.number().int(),
  installations: z.array(
    z.object({
      account: z.object({ login: z.string() }).nullable(),
      repository_selection: z.enum(['all', 'selected']),
      suspended_at: z.string().nullish(),
    }),
  ),
});

const perPage = 100;
/** More organisations than anybody is in; what lies behind is not listed. */
const mostPages = 10;

/**
 * What an account's token reaches now: of a GitHub App where it is installed and this person may see it. Of an OAuth
 * app GitHub does not tell by the scope we ask for, so there the organisations are absent.
 */
export async function fetchGrants(
  deps: OwnAccountDependencies,
  account: OwnAccountRecord,
): Promise<{ readonly organisations?: Grant[] }> {
  return withOwnToken(deps, account, async ({ token, host, registration }) => {
    const client = await deps.clients.forToken(host, token);
    const grants = await askOrMarkLost(deps, account, () =>
      registration.kind === 'github-app' ? listInstallations(client) : confirm(client),
    );
    await noteUse(deps.database, account.ownAccountId);
    return grants === undefined ? {} : { organisations: grants };
  });
}

/** Asks who the token is, and nothing else can be asked. */
async function confirm(client: GitHubClient): Promise<undefined> {
  await client.getRest('/user');
}

async function listInstallations(client: GitHubClient): Promise<Grant[]> {
  const grants: Grant[] = [];
  for (let page = 1; page <= mostPages; page += 1) {
    const { body } = await client.getRest('/user/installations', { per_page: perPage, page });
    const parsed = installations.safeParse(body);
    if (!parsed.success) throw new GitHubFailure('not-github', 'GitHub’s list of installations is not one.');
    grants.push(...parsed.data.installations.flatMap(toGrant));
    if (page * perPage >= parsed.data.total_count) break;
  }
  return grants;
}

const toGrant = (given: z.output<typeof installations>['installations'][number]): Grant[] =>
  given.account === null
    ? []
    : [
        {
          login: given.account.login,
          reach: given.repository_selection === 'all' ? 'all' : 'chosen',
          isSuspended: typeof given.suspended_at === 'string',
        },
      ];

/** A token that was revoked at GitHub is lost, and said to be so from now on. */
async function askOrMarkLost<Answer>(
  deps: OwnAccountDependencies,
  { ownAccountId, login }: OwnAccountRecord,
  ask: () => Promise<Answer>,
): Promise<Answer> {
  try {
    return await ask();
  } catch (error) {
    if (!(error instanceof GitHubFailure && error.kind === 'not-signed-in')) {
      return asking(() => Promise.reject(error));
    }
    await markLost(deps.database, ownAccountId);
    throw accountLost(login);
  }
}
