import {
  createPerson,
  getPersonPage,
  linkAccount,
  listPeople,
  listPullRequests,
  listReviews,
  listUnlinked,
  mergePeople,
  splitPerson,
  undoPersonAct,
} from '@throughline/contract';
import { describe, expect, test } from 'vitest';
import { seedOrganisation } from '../activity/testing/seed-organisation.ts';
import { upsertAccounts } from '../people/index.ts';
import { testDatabase } from '../platform/sql/testing/index.ts';
import { keepFactsOnce, rebuildFacts } from '../reports/index.ts';
import { startTestApi } from './testing/index.ts';

const database = await testDatabase();
const { hostId, organisationId } = await seedOrganisation(database);
const accounts = await upsertAccounts(
  database,
  hostId,
  ['kim', 'kim-at-home', 'sam'].map((login, place) => ({
    githubId: place + 1,
    login,
    kind: 'User',
    observedAt: new Date(),
  })),
);
await database.query(
  `with repo as (
     insert into repository (host_id, organisation_id, github_id, node_id, owner_login, name, visibility, is_archived,
       is_fork, source_version, observed_at)
     values ($1::bigint, $2::bigint, 1, 'R', 'acme', 'api', 'private', false, false, app_now(), app_now())
     returning repository_id),
   pull as (
     insert into pull_request (repository_id, number, github_id, node_id, title, body_length, state, is_draft,
       author_account_id, created_at, closed_at, merged_at, base_ref, head_ref, is_cross_repository, source_version,
       observed_at)
     select repository_id, n, n, 'P' || n, 'Pull ' || n, 0, 'merged', false, ($3::bigint[])[case when n <= 5 then 1 else 2 end],
       app_now() - interval '3 days', app_now() - interval '1 day', app_now() - interval '1 day', 'main', 'b', false,
       app_now(), app_now()
     from repo, generate_series(1, 8) as n
     returning repository_id, number)
   insert into pull_request_review (repository_id, github_id, number, node_id, author_account_id, state, submitted_at,
     body_length, seen_version, observed_at)
   select repository_id, number, number, 'V' || number, ($3::bigint[])[2], 'approved', app_now() - interval '2 days', 0,
     app_now(), app_now()
   from pull
   where number <= 5`,
  [hostId, organisationId, [1, 2, 3].map((githubId) => accounts.get(githubId))],
);
const api = await startTestApi({ database });
const administrator = await api.signIn('administrator');

/** What each page says of Kim, and what is derived of the pull requests that Kim's other account reviewed. */
async function look(slug: string) {
  const query = { author: slug, state: 'merged', period: 'last-30-days' };
  const [page, pulls, reviews, people, unlinked] = await Promise.all([
    administrator.call(getPersonPage, { params: { slug }, query: {} }),
    administrator.call(listPullRequests, { query }),
    administrator.call(listReviews, { query: { reviewer: slug } }),
    administrator.call(listPeople, { query: {} }),
    administrator.call(listUnlinked, { query: {} }),
  ]);
  const [fact] = await database.query<{ responded: number }>(
    'select count(first_response_at)::integer as responded from v_pull_request_fact',
  );
  return {
    shippedOnPage: page.shipped.value,
    reviewsOnPage: page.reviews.value,
    pulls: pulls.total,
    reviews: reviews.total,
    people: people.total,
    unlinked: unlinked.total,
    respondedByOthers: fact?.responded,
  };
}

/** Resolves with how long it took until every page says the same, at most 5 seconds. */
async function agree(slug: string, wanted: Awaited<ReturnType<typeof look>>): Promise<number> {
  const startedAt = performance.now();
  // What was written is followed once no older transaction of the server is under way, whosever it is.
  const followAndLook = async () => {
    while (await keepFactsOnce(database)) continue;
    return look(slug);
  };
  await expect.poll(followAndLook, { timeout: 5_000, interval: 100 }).toEqual(wanted);
  return performance.now() - startedAt;
}

describe('after a merge, its undoing and a split', () => {
  test('every page says the same of the people within 5 seconds', async () => {
    const add = async (name: string, githubId: number) => {
      const { slug } = await administrator.call(createPerson, { body: { name } });
      return administrator.call(linkAccount, { params: { slug }, body: { hostId, githubId } });
    };
    const kim = await add('Kim', 1);
    const twice = await add('Kim Twice', 2);
    await rebuildFacts(database);
    const apart = { pulls: 5, shippedOnPage: 5, reviews: 0, reviewsOnPage: 0, people: 2, unlinked: 0 };
    const one = { pulls: 8, shippedOnPage: 8, reviews: 0, reviewsOnPage: 0, people: 1, unlinked: 0 };
    await agree(kim.slug, { ...apart, respondedByOthers: 5 });

    const { personActId, person } = await administrator.call(mergePeople, {
      params: { slug: twice.slug },
      body: { into: kim.slug },
    });
    const merged = await agree(kim.slug, { ...one, respondedByOthers: 0 });
    await administrator.call(undoPersonAct, { params: { personActId } });
    const undone = await agree(kim.slug, { ...apart, respondedByOthers: 5 });
    await administrator.call(mergePeople, { params: { slug: twice.slug }, body: { into: kim.slug } });
    await agree(kim.slug, { ...one, respondedByOthers: 0 });
    const accountLinkId = person.links.find(({ account }) => account.login === 'kim-at-home')!.accountLinkId;
    await administrator.call(splitPerson, {
      params: { slug: kim.slug },
      body: { name: 'Somebody else', accountLinkIds: [accountLinkId], emails: [] },
    });
    const split = await agree(kim.slug, { ...apart, respondedByOthers: 5 });

    expect(Math.max(merged, undone, split)).toBeLessThan(5_000);
  }, 60_000);
});
