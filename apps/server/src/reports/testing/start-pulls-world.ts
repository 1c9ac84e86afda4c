import { setGrants } from '@throughline/contract';
import { accessRoutes } from '../../access/index.ts';
import { upsertRepositories, writePullRequests } from '../../activity/index.ts';
import { factsOf, whole } from '../../activity/testing/pull-request-facts.ts';
import { seedOrganisation } from '../../activity/testing/seed-organisation.ts';
import { startTestApi } from '../../http/testing/index.ts';
import { insertLinks, loadPersonsOfUsers, upsertAccounts } from '../../people/index.ts';
import { testDatabase } from '../../platform/sql/testing/index.ts';
import { visibilityRoutes } from '../../visibility/index.ts';
import { metricRoutes, rebuildFacts, reportRoutes } from '../index.ts';

export const now = new Date('2026-11-21T12:00:00Z');

type Story = {
  readonly number: number;
  readonly title?: string;
  readonly by?: string;
  readonly state?: 'open' | 'merged' | 'closed';
  readonly isDraft?: boolean;
  readonly createdOn: string;
  readonly endedOn?: string;
  readonly labels?: readonly string[];
  readonly size?: number;
  readonly reviewedBy?: string;
  readonly assignedTo?: string;
};

const at = (day: string): Date => new Date(`${day}T10:00:00Z`);

/**
 * Two repositories with six pull requests of Kim (the administrator), Robin and a bot; the member sees `acme/api` alone.
 * Kim was in the team Payments in the first half of November.
 */
export async function startPullsWorld() {
  const database = await testDatabase();
  const api = await startTestApi({
    database,
    routes: () => [
      ...accessRoutes({ database, personOf: loadPersonsOfUsers }),
      ...visibilityRoutes({ database }),
      ...reportRoutes({ database, clock: { now: () => now } }),
      ...metricRoutes({ database, clock: { now: () => now } }),
    ],
  });
  const administrator = await api.signIn('administrator');
  const member = await api.signIn('member');
  const { hostId, organisationId } = await seedOrganisation(database);
  const repositories = new Map<string, number>();
  const accounts = new Map<string, number>();

  async function addRepository(githubId: number, name: string): Promise<void> {
    const { ids } = await upsertRepositories(database, {
      hostId,
      organisationId,
      observedAt: now,
      isWhole: false,
      repositories: [
        {
          githubId,
          nodeId: `R_${githubId}`,
          ownerLogin: 'acme',
          name,
          visibility: 'private',
          isArchived: false,
          isFork: false,
          isLookup: false,
          defaultBranch: 'main',
          pushedAt: now,
          version: now,
        },
      ],
    });
    repositories.set(name, ids.get(githubId)!);
  }

  const listAssignees = ({ assignedTo }: Story) =>
    assignedTo === undefined ? [] : [{ accountId: accounts.get(assignedTo)! }];

  const write = (repository: string, stories: readonly Story[]) =>
    database.transaction((tx) =>
      writePullRequests(tx, {
        repositoryId: repositories.get(repository)!,
        pullRequests: stories.map((story) => {
          const { number, state = 'open', endedOn, size = 10 } = story;
          const endedAt = endedOn === undefined ? undefined : at(endedOn);
          return factsOf({
            number,
            version: 1,
            content: {
              githubId: 1000 * repositories.size + number,
              nodeId: `PR_${repository}_${number}`,
              title: story.title ?? `Change ${number}`,
              state,
              isDraft: story.isDraft ?? false,
              createdAt: at(story.createdOn),
              closedAt: endedAt,
              mergedAt: state === 'merged' ? endedAt : undefined,
              authorAccountId: accounts.get(story.by ?? 'kim'),
              additions: size,
              deletions: 0,
            },
            lists: {
              assignees: whole(...listAssignees(story)),
              labels: whole(...(story.labels ?? []).map((name) => ({ name, colour: 'ff0000' }))),
              reviews: whole(
                ...(story.reviewedBy === undefined
                  ? []
                  : [
                      {
                        githubId: 9000 + number,
                        nodeId: `PRR_${number}`,
                        authorAccountId: accounts.get(story.reviewedBy)!,
                        state: 'approved' as const,
                        submittedAt: at(story.createdOn),
                        commitOid: undefined,
                        bodyLength: 0,
                      },
                    ]),
              ),
            },
          });
        }),
      }),
    );

  await addRepository(1, 'api');
  await addRepository(2, 'web');
  const ids = await upsertAccounts(database, hostId, [
    { githubId: 11, login: 'kim', kind: 'User', observedAt: now },
    { githubId: 12, login: 'robin', kind: 'User', observedAt: now },
    { githubId: 13, login: 'renovate[bot]', kind: 'Bot', observedAt: now },
  ]);
  for (const [githubId, login] of [
    [11, 'kim'],
    [12, 'robin'],
    [13, 'renovate'],
  ] as const) {
    accounts.set(login, ids.get(githubId)!);
  }
  const [kim] = await database.query<{ person_id: number }>(
    `insert into person (slug, name, user_id) values ('kim', 'Kim', $1::bigint) returning person_id`,
    [administrator.user.userId],
  );
  await insertLinks(
    database,
    [{ personId: kim!.person_id, accountId: accounts.get('kim')!, evidence: [] }],
    undefined,
  );
  await database.query(
    `with made as (insert into team (slug, name) values ('payments', 'Payments') returning team_id)
     insert into team_member (team_id, person_id, part, from_on, until_on, source)
     select team_id, $1::bigint, 'contributor', '2026-11-01'::date, '2026-11-15'::date, 'hand'
     from made`,
    [kim!.person_id],
  );
  await write('api', [
    { number: 1, createdOn: '2026-10-01', endedOn: '2026-11-10', state: 'merged', labels: ['bug'], size: 30 },
    {
      number: 2,
      createdOn: '2026-11-02',
      title: 'Retry 100% of payouts',
      labels: ['WIP'],
      size: 20,
      assignedTo: 'robin',
    },
    { number: 3, createdOn: '2026-11-03', isDraft: true, by: 'robin', size: 500 },
    { number: 4, createdOn: '2026-11-16', reviewedBy: 'robin' },
  ]);
  await write('web', [
    { number: 5, createdOn: '2026-11-05', endedOn: '2026-11-20', state: 'closed', labels: ['bug', 'wip'] },
    {
      number: 6,
      createdOn: '2026-11-06',
      endedOn: '2026-11-18',
      state: 'merged',
      by: 'renovate',
      reviewedBy: 'kim',
    },
  ]);
  await administrator.call(setGrants, {
    params: { userId: member.user.userId },
    body: { repositoryIds: [repositories.get('api')!] },
  });

  await rebuildFacts(database);
  return { api, database, administrator, member, repositories };
}
