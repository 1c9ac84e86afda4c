import { createPerson, setGrants, updatePerson } from '@throughline/contract';
import { accessRoutes } from '../../access/index.ts';
import { seedOrganisation } from '../../activity/testing/seed-organisation.ts';
import { startTestApi } from '../../http/testing/index.ts';
import { insertLinks, loadPersonsOfUsers, personRoutes, upsertAccounts } from '../../people/index.ts';
import { testDatabase } from '../../platform/sql/testing/index.ts';
import { rebuildFacts, reportRoutes } from '../../reports/index.ts';
import { visibilityRoutes } from '../../visibility/index.ts';
import { briefRoutes } from '../index.ts';
import { type Story, seedRepository, writeStories } from './seed-work.ts';

const now = new Date('2026-11-21T12:00:00Z');

/**
 * Kim (the member, who sees `acme/api` alone) and Robin with work in two repositories; a stranger who sees none, and an
 * administrator who sees all.
 */
export async function startPersonWorld() {
  const database = await testDatabase();
  const clock = { now: () => now };
  const api = await startTestApi({
    database,
    routes: () => [
      ...accessRoutes({ database, personOf: loadPersonsOfUsers }),
      ...personRoutes({ database }),
      ...visibilityRoutes({ database }),
      ...reportRoutes({ database, clock }),
      ...briefRoutes({ database, clock }),
    ],
  });
  const administrator = await api.signIn('administrator');
  const member = await api.signIn('member');
  const stranger = await api.signIn('member');

  const { hostId, organisationId } = await seedOrganisation(database);
  const repositories = new Map<string, number>();

  const addRepository = async (githubId: number, name: string): Promise<void> => {
    const id = await seedRepository(database, { hostId, organisationId, githubId, name, at: now });
    repositories.set(name, id);
  };

  const write = (repository: string, authorAccountId: number, stories: readonly Story[]): Promise<void> =>
    writeStories(
      database,
      { repository, repositoryId: repositories.get(repository)!, authorAccountId },
      stories,
    );

  await addRepository(1, 'api');
  await addRepository(2, 'secret');
  const ids = await upsertAccounts(database, hostId, [
    { githubId: 11, login: 'kim', kind: 'User', observedAt: now },
    { githubId: 12, login: 'robin', kind: 'User', observedAt: now },
  ]);
  const author = ids.get(11)!;
  const reviewer = ids.get(12)!;
  await write('api', author, [
    {
      number: 1,
      mergedAt: '2026-11-20T10:00:00Z',
      reviews: [{ githubId: 501, by: reviewer, at: '2026-11-20T09:00:00Z' }],
    },
    {
      number: 2,
      mergedAt: '2026-11-10T10:00:00Z',
      title: '=HYPERLINK("http://x")',
      reviews: [{ githubId: 502, by: author, at: '2026-11-10T09:00:00Z' }],
    },
    { number: 3, mergedAt: '2026-01-10T10:00:00Z', isSizeKnown: false },
    { number: 4 },
    {
      number: 5,
      mergedAt: '2026-11-19T10:00:00Z',
      authorAccountId: undefined,
      title: '<img src=x onerror=alert(1)>',
    },
    {
      number: 6,
      mergedAt: '2026-11-12T20:00:00Z',
      authorAccountId: reviewer,
      title: 'feat: A change of Robin’s',
      reviews: [{ githubId: 503, by: author, at: '2026-11-12T09:00:00Z' }],
    },
    { number: 7, mergedAt: '2026-08-10T10:00:00Z', title: 'refactor: Sort it' },
    { number: 8, mergedAt: '2026-08-11T10:00:00Z' },
  ]);
  await write('secret', author, [{ number: 1, mergedAt: '2026-11-18T10:00:00Z', title: 'Hidden work' }]);
  const kim = await administrator.call(createPerson, { body: { name: 'Kim' } });
  const robin = await administrator.call(createPerson, { body: { name: 'Robin' } });
  await insertLinks(
    database,
    [
      { personId: kim.personId, accountId: author, evidence: [] },
      { personId: robin.personId, accountId: reviewer, evidence: [] },
    ],
    undefined,
  );
  await administrator.call(updatePerson, {
    params: { slug: 'kim' },
    body: { userId: member.user.userId },
  });
  await administrator.call(setGrants, {
    params: { userId: member.user.userId },
    body: { repositoryIds: [repositories.get('api')!] },
  });
  await rebuildFacts(database);
  return { database, api, administrator, member, stranger, author, reviewer };
}
