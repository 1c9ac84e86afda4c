import { upsertRepositories, writePullRequests } from '../../../activity/index.ts';
import { seedOrganisation } from '../../../activity/testing/seed-organisation.ts';
import { insertLinks, upsertAccounts } from '../../../people/index.ts';
import type { Database } from '../../../platform/sql/index.ts';
import { rebuildFacts } from '../../facts/renew-facts.sql.ts';
import { type Told, toToldPullRequest } from './told-pull-request.ts';

const hourMs = 3_600_000;
const names = ['api', 'secret'];

/** An organisation with people, whose pull requests wait for one another. */
export async function createAttentionWorld(database: Database, logins: readonly string[]) {
  const now = new Date();
  const ago = (hours: number): Date => new Date(now.getTime() - hours * hourMs);
  const { hostId, organisationId } = await seedOrganisation(database);
  const repositoryIds = await addRepositories(database, { hostId, organisationId, now });
  const accountIds = await upsertAccounts(
    database,
    hostId,
    logins.map((login, index) => ({
      githubId: index + 11,
      login,
      kind: login.endsWith('[bot]') ? ('Bot' as const) : ('User' as const),
      observedAt: now,
    })),
  );
  const accountOf = (login: string): number => accountIds.get(logins.indexOf(login) + 11)!;
  const repositoryOf = (name: string): number => repositoryIds.get(names.indexOf(name) + 1)!;
  let version = 0;

  return {
    now,
    accountOf,
    repositoryOf,
    /** Writes pull requests as a sync does, and makes their facts. */
    tell: async (stories: readonly Told[]): Promise<void> => {
      for (const { repository = 'api', ...story } of stories) {
        version += 1;
        const pullRequest = toToldPullRequest(story, { ago, accountOf, version });
        await database.transaction((tx) =>
          writePullRequests(tx, { repositoryId: repositoryOf(repository), pullRequests: [pullRequest] }),
        );
      }
      await rebuildFacts(database);
    },
    /** Makes a person of an account, tied to a user where one is given. */
    addPerson: (login: string, userId?: number): Promise<number> =>
      addPerson(database, { login, accountId: accountOf(login), userId }),
    addTeam: (slug: string, personIds: readonly number[], parentTeamId?: number): Promise<number> =>
      addTeam(database, { slug, personIds, parentTeamId }),
  };
}

interface Place {
  readonly hostId: number;
  readonly organisationId: number;
  readonly now: Date;
}

async function addRepositories(database: Database, { hostId, organisationId, now }: Place) {
  const { ids } = await upsertRepositories(database, {
    hostId,
    organisationId,
    observedAt: now,
    isWhole: false,
    repositories: names.map((name, index) => ({
      githubId: index + 1,
      nodeId: `R_${name}`,
      ownerLogin: 'acme',
      name,
      visibility: 'private',
      isArchived: false,
      isFork: false,
      isLookup: false,
      defaultBranch: 'main',
      pushedAt: now,
      version: now,
    })),
  });
  return ids;
}

interface NewPerson {
  readonly login: string;
  readonly accountId: number;
  readonly userId: number | undefined;
}

async function addPerson(database: Database, { login, accountId, userId }: NewPerson): Promise<number> {
  const [row] = await database.query<{ person_id: number }>(
    `insert into person (slug, name, user_id)
     values ($1::text, initcap($1::text), $2::bigint)
     returning person_id`,
    [login, userId],
  );
  const personId = row!.person_id;
  await insertLinks(database, [{ personId, accountId, evidence: [] }], undefined);
  return personId;
}

interface NewTeam {
  readonly slug: string;
  readonly personIds: readonly number[];
  readonly parentTeamId: number | undefined;
}

/** A team of people who have been in it for a year. */
async function addTeam(database: Database, { slug, personIds, parentTeamId }: NewTeam): Promise<number> {
  const [row] = await database.query<{ team_id: number }>(
    `insert into team (slug, name, parent_team_id)
     values ($1::text, initcap($1::text), $2::bigint)
     returning team_id`,
    [slug, parentTeamId],
  );
  await database.query(
    `insert into team_member (team_id, person_id, part, from_on, source)
     select $1::bigint, person_id, 'contributor', (app_now() - interval '1 year')::date, 'hand'
     from unnest($2::bigint[]) as given (person_id)`,
    [row!.team_id, personIds],
  );
  return row!.team_id;
}
